/**
 * Fills the shop: `npm run seed`, any number of times. Texts and prices follow prisma/catalogue.ts; stock is set only
 * when a product is new, because since then some of it was sold. The three demo logins exist only with the sandbox.
 */
import { hash } from '@node-rs/argon2';
import { db, writeTx } from '@/lib/data/db';
import { pinEnvironment } from '@/lib/data/environment';
import { env } from '@/lib/env';
import { catalogue } from './catalogue';

const password = 'ladera-demo-2026';
const people = [
  { id: 'demo-buyer', email: 'lucia@ladera.test', name: 'Lucía Rojas', role: 'BUYER' },
  { id: 'demo-operator', email: 'operador@ladera.test', name: 'Operador', role: 'OPERATOR' },
  // What is too much for one operator takes two.
  { id: 'demo-second', email: 'segunda@ladera.test', name: 'Segunda operadora', role: 'OPERATOR' },
] as const;

await pinEnvironment();
await seedProducts();
if (env.environment === 'sandbox') await seedPeople();
await db.$disconnect();

async function seedProducts() {
  await writeTx(async (tx) => {
    for (const [
      position,
      { slug, stock, name, summary, description, picture, ...rest },
    ] of catalogue.entries()) {
      const product = {
        ...rest,
        position,
        nameEs: name.es,
        nameEn: name.en,
        summaryEs: summary.es,
        summaryEn: summary.en,
        descriptionEs: description.es,
        descriptionEn: description.en,
        pictureEs: picture.es,
        pictureEn: picture.en,
        image: `/products/${slug}.svg`,
        currency: 'COP',
        renews: 'renews' in rest ? rest.renews : null,
      };
      await tx.product.upsert({ where: { slug }, create: { ...product, slug, stock }, update: product });
    }
  });
}

async function seedPeople() {
  const passwordHash = await hash(password);
  await writeTx((tx) =>
    tx.user.createMany({ data: people.map((person) => ({ ...person, passwordHash })), skipDuplicates: true }),
  );
}
