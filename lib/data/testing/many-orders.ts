import pg from 'pg';

/**
 * Fills the tables with orders of the past, each with a session and a transaction, as fast as the database can: what a
 * page costs among many is measured with them. Their triggers are left out, for they would check each row.
 */
export async function fillOrders(databaseUrl: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c search_path=store' });
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    for (const statement of statements) await client.query(statement, [count]);
    await client.query('ANALYZE "Order"; ANALYZE "CheckoutSession"; ANALYZE "GatewayTransaction"');
  } finally {
    await client.end();
  }
}

/** One in fifty waits, the rest is paid. A minute lies between two of them, and every tenth shares its minute. */
const statements = [
  `INSERT INTO "Order" ("id", "number", "accessKeyHash", "checkoutKey", "locale", "currency", "totalMinor", "paidMinor", "status",
      "buyerName", "buyerSurname", "buyerEmail", "buyerPhone", "buyerDocumentType", "buyerDocumentEncrypted", "buyerDocumentEnding",
      "buyerCountry", "buyerCity", "buyerStreet", "createdAt")
   SELECT 'many-' || n, 'MANY-' || n, 'many-' || n, 'many-' || n, 'es', 'COP', 1000000,
      CASE WHEN n % 50 = 0 THEN 0 ELSE 1000000 END, CASE WHEN n % 50 = 0 THEN 'AWAITING_PAYMENT' ELSE 'PAID' END,
      'Ana', 'Ríos', 'ana@example.com', '+573000000000', 'CC', '-', '000', 'CO', 'Medellín', 'Calle 1',
      timestamptz '2020-01-01' + (n - n % 10) * interval '1 minute'
     FROM generate_series(1, $1::int) n`,
  `INSERT INTO "CheckoutSession" ("id", "orderId", "environment", "flow", "reference", "attemptKey", "amountMinor", "currency",
      "status", "requestId", "returnTokenHash", "expiresAt", "createdAt")
   SELECT 'many-' || n, 'many-' || n, 'sandbox', 'basic', 'MANY-' || n || '-1', 'many-' || n, 1000000, 'COP',
      CASE WHEN n % 50 = 0 THEN 'REJECTED' ELSE 'APPROVED' END, 'many-' || n, 'many-' || n,
      timestamptz '2020-01-01' + n * interval '1 minute', timestamptz '2020-01-01' + n * interval '1 minute'
     FROM generate_series(1, $1::int) n`,
  `INSERT INTO "GatewayTransaction" ("id", "sessionId", "environment", "internalReference", "type", "status", "reason",
      "amountMinor", "currency", "source")
   SELECT 'many-' || n, 'many-' || n, 'sandbox', 'MANY' || n, 'SALE', CASE WHEN n % 50 = 0 THEN 'REJECTED' ELSE 'APPROVED' END,
      '00', 1000000, 'COP', 'return'
     FROM generate_series(1, $1::int) n`,
];
