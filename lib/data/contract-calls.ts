import 'server-only';
import { contracts, passwordChecks, type ContractNote } from '@/lib/domain/contract-meaning';
import { env } from '@/lib/env';
import { append, db } from './db';
import { Prisma, type ContractCall as Row } from './generated/client';
import { randomId } from './random';

/** Rows are never changed. */
export async function recordContractCall(note: ContractNote): Promise<void> {
  await append(
    Prisma.sql`INSERT INTO "ContractCall"
        ("id", "mandateId", "contract", "password", "signature", "signedText", "signatureStart", "bodyRedacted", "answerRedacted",
         "httpStatus", "durationMs", "at")
      VALUES (${randomId()}, ${note.mandateId}, ${note.contract}, ${note.password}, ${note.signature}, ${note.signedText},
        ${note.signatureStart}, ${JSON.stringify(note.bodyRedacted)}::json, ${JSON.stringify(note.answerRedacted)}::json,
        ${note.httpStatus}, ${Math.round(note.durationMs)}, ${note.at})`,
  );
}

/** The agreement of ours that has this reference. */
export async function findMandateId(reference: string): Promise<string | null> {
  const key = { environment_reference: { environment: env.environment, reference } };
  const row = await db.mandate.findUnique({ where: key, select: { id: true } });
  return row?.id ?? null;
}

/** A row as it was recorded: the database keeps the same closed lists. */
export function toContractNote(row: Row): ContractNote & { readonly id: string } {
  return {
    ...row,
    contract: contracts.find((name) => name === row.contract) ?? 'webhook',
    password: passwordChecks.find((check) => check === row.password) ?? 'DIFFERS',
    signature: row.signature === 'FITS' || row.signature === 'DIFFERS' ? row.signature : null,
  };
}
