/**
 * What Ladera sells, in the order it is shown. The seed writes it to the database; prices are minor units of
 * COP (two digits: 100 is one peso), taxes included. `renews` marks what can be a membership that the shop renews each
 * month (M) or year (Y). To add a product, write it here and draw `public/products/<slug>.svg` (960 by 720).
 */
export const catalogue = [
  {
    slug: 'cafe-narino',
    category: 'goods',
    priceMinor: 4_800_000n,
    stock: 120,
    name: { es: 'Café de Nariño', en: 'Nariño coffee' },
    summary: {
      es: 'Panela, mandarina y un final largo. Bolsa de 340 g.',
      en: 'Cane sugar, tangerine and a long finish. 340 g bag.',
    },
    description: {
      es: 'Crece a 2.050 metros, en fincas de menos de tres hectáreas al borde del cañón del Juanambú. Las noches frías hacen madurar despacio la cereza y por eso sabe dulce. Tostión media, en grano o molido a pedido.',
      en: 'It grows at 2,050 metres, on farms of less than three hectares at the edge of the Juanambú canyon. Cold nights ripen the cherry slowly, which is why it tastes sweet. Medium roast, whole bean or ground to order.',
    },
    picture: {
      es: 'Bolsa de café con un volcán en la etiqueta, junto a una rama con cerezas rojas',
      en: 'A bag of coffee with a volcano on its label, beside a branch with red cherries',
    },
  },
  {
    slug: 'cafe-geisha',
    category: 'goods',
    priceMinor: 13_500_000n,
    stock: 2,
    name: { es: 'Geisha de altura', en: 'High-altitude Geisha' },
    summary: {
      es: 'Jazmín, durazno y té. Un lote de 60 libras. Lata de 227 g.',
      en: 'Jasmine, peach and tea. A lot of 60 pounds. 227 g tin.',
    },
    description: {
      es: 'Un solo lote, de una sola ladera, secado diecinueve días bajo techo. Es un café para beber sin afán y sin azúcar, mejor en filtro. Cuando se acaba el lote, se acaba hasta la próxima cosecha.',
      en: 'A single lot from a single slope, dried for nineteen days under cover. It is a coffee to drink slowly and without sugar, best as a filter. When the lot is gone, it is gone until the next harvest.',
    },
    picture: {
      es: 'Cafetera de vidrio con filtro goteando sobre una jarra, y flores de jazmín',
      en: 'A glass pour-over dripping into its flask, with jasmine flowers',
    },
  },
  {
    slug: 'ruana-boyaca',
    category: 'goods',
    priceMinor: 38_900_000n,
    stock: 14,
    name: { es: 'Ruana de Boyacá', en: 'Boyacá ruana' },
    summary: {
      es: 'Lana virgen tejida en telar horizontal. Talla única.',
      en: 'Virgin wool woven on a floor loom. One size.',
    },
    description: {
      es: 'Tejida en Nobsa con lana de oveja criolla, lavada con agua fría y cardada a mano. Pesa kilo y medio y abriga como una casa. Los tonos son los de la oveja; las franjas se tiñen con cáscara de nuez y barba de piedra.',
      en: 'Woven in Nobsa from the wool of creole sheep, washed in cold water and carded by hand. It weighs a kilo and a half and keeps you as warm as a house. The shades are the sheep’s own; the stripes are dyed with walnut husk and lichen.',
    },
    picture: {
      es: 'Ruana de lana con franjas y flecos, extendida',
      en: 'A woollen ruana with stripes and fringes, spread out',
    },
  },
  {
    slug: 'mochila-wayuu',
    category: 'goods',
    priceMinor: 26_500_000n,
    stock: 22,
    name: { es: 'Mochila wayuu', en: 'Wayuu mochila' },
    summary: {
      es: 'Tejida a una hebra, tres semanas de trabajo. 30 × 28 cm.',
      en: 'Crocheted with a single thread, three weeks of work. 30 × 28 cm.',
    },
    description: {
      es: 'Cada mochila lleva un kanasü, un dibujo que cuenta algo: aquí, el camino que hacen las vacas de vuelta al corral. El cordón es trenzado y la base no tiene costuras. La firma quien la tejió.',
      en: 'Every mochila carries a kanasü, a pattern that tells something: here, the path the cows take back to the pen. The strap is braided and the base has no seams. It is signed by the woman who made it.',
    },
    picture: {
      es: 'Mochila tejida con rombos, de cordón largo y borlas',
      en: 'A woven bag with diamonds, a long strap and tassels',
    },
  },
  {
    slug: 'vajilla-carmen',
    category: 'goods',
    priceMinor: 31_200_000n,
    stock: 18,
    name: { es: 'Vajilla de El Carmen', en: 'El Carmen tableware' },
    summary: {
      es: 'Cuatro puestos pintados a mano: plato, taza y platillo.',
      en: 'Four places painted by hand: plate, cup and saucer.',
    },
    description: {
      es: 'De El Carmen de Viboral, donde se pinta loza a pulso desde 1898. La pinta se llama «La Viajera» y no hay dos platos iguales. Resiste el microondas y, con cariño, el lavaplatos.',
      en: 'From El Carmen de Viboral, where crockery has been painted freehand since 1898. The pattern is called “La Viajera” and no two plates are alike. Safe in the microwave and, treated kindly, in the dishwasher.',
    },
    picture: {
      es: 'Plato pintado con flores, una taza y su platillo',
      en: 'A plate painted with flowers, a cup and its saucer',
    },
  },
  {
    slug: 'jarra-raquira',
    category: 'goods',
    priceMinor: 8_900_000n,
    stock: 0,
    name: { es: 'Jarra de Ráquira', en: 'Ráquira jug' },
    summary: {
      es: 'Barro cocido en horno de leña, sin esmalte. 1,5 litros.',
      en: 'Clay fired in a wood kiln, unglazed. 1.5 litres.',
    },
    description: {
      es: 'El barro respira y el agua se mantiene fresca sin nevera. La boca es ancha para lavarla con la mano y el asa se pega en crudo, de un solo apretón. Conviene curarla con agua tibia la primera noche.',
      en: 'The clay breathes, and water stays cool without a fridge. The mouth is wide enough to wash by hand, and the handle is joined raw, with a single squeeze. Season it with warm water on the first night.',
    },
    picture: {
      es: 'Jarra de barro con asa y franjas talladas, sobre una tabla',
      en: 'A clay jug with a handle and carved bands, on a board',
    },
  },
  {
    slug: 'vuelo-cartagena',
    category: 'travel',
    priceMinor: 41_250_000n,
    stock: 30,
    name: { es: 'Vuelo Bogotá – Cartagena', en: 'Flight Bogotá – Cartagena' },
    summary: {
      es: 'Ida y vuelta, con equipaje de mano. Vendido por agencia.',
      en: 'Return trip with hand luggage. Sold by an agency.',
    },
    description: {
      es: 'Hora y media de la sabana al mar. La tarifa incluye la tasa aeroportuaria y se puede cambiar de fecha una vez. La agencia Ladera Viajes emite el tiquete cuando el pago queda aprobado.',
      en: 'An hour and a half from the plateau to the sea. The fare includes the airport tax, and the date can be changed once. Our agency, Ladera Viajes, issues the ticket when the payment is approved.',
    },
    picture: {
      es: 'Avión sobre la muralla y las cúpulas de Cartagena, con el mar detrás',
      en: 'An aeroplane above the walls and domes of Cartagena, the sea behind',
    },
  },
  {
    slug: 'noche-barichara',
    category: 'travel',
    priceMinor: 29_800_000n,
    stock: 8,
    name: { es: 'Noche en Barichara', en: 'A night in Barichara' },
    summary: {
      es: 'Habitación doble en casa de tapia pisada, con desayuno.',
      en: 'Double room in a rammed-earth house, with breakfast.',
    },
    description: {
      es: 'Una casa de 1780 con patio, hamaca y vista al cañón del Suárez. El desayuno trae arepa santandereana y chocolate. Se llega desde las tres de la tarde, por el camino que sea.',
      en: 'A house from 1780 with a courtyard, a hammock and a view of the Suárez canyon. Breakfast comes with a Santander arepa and hot chocolate. Guests arrive from three in the afternoon, whatever road they took.',
    },
    picture: {
      es: 'Casa blanca con puerta verde y techo de teja, de noche, con luna',
      en: 'A white house with a green door and a tiled roof at night, under a moon',
    },
  },
  {
    slug: 'carro-eje-cafetero',
    category: 'travel',
    priceMinor: 52_400_000n,
    stock: 5,
    name: { es: 'Carro por el Eje Cafetero', en: 'A car through coffee country' },
    summary: {
      es: 'Tres días con kilometraje libre, desde Armenia.',
      en: 'Three days with unlimited kilometres, from Armenia.',
    },
    description: {
      es: 'Un carro pequeño y terco, que es lo que piden las trochas entre Salento y Filandia. Incluye seguro y un mapa con doce miradores y siete panaderías. Se recibe y se entrega en el aeropuerto El Edén.',
      en: 'A small and stubborn car, which is what the tracks between Salento and Filandia ask for. Insurance included, and a map with twelve viewpoints and seven bakeries. Collected and returned at El Edén airport.',
    },
    picture: {
      es: 'Jeep en una carretera entre cafetales y palmas de cera',
      en: 'A jeep on a road between coffee fields and wax palms',
    },
  },
  {
    slug: 'club-cafe-mes',
    category: 'memberships',
    priceMinor: 6_200_000n,
    renews: 'M',
    stock: 500,
    name: { es: 'Club del café, un mes', en: 'Coffee club, one month' },
    summary: {
      es: 'Dos bolsas distintas cada mes, recién tostadas.',
      en: 'Two different bags every month, freshly roasted.',
    },
    description: {
      es: 'El primer martes de cada mes tostamos lo que acaba de llegar de la ladera y lo enviamos el mismo día. Vienen dos bolsas de 250 g y una carta con la historia de cada finca. Se puede pausar cuando quieras.',
      en: 'On the first Tuesday of every month we roast what has just come down from the slope and send it the same day. Two 250 g bags arrive with a letter that tells the story of each farm. Pause it whenever you like.',
    },
    picture: {
      es: 'Taza de café humeante sobre un calendario con un día marcado',
      en: 'A steaming cup of coffee on a calendar with one day marked',
    },
  },
  {
    slug: 'club-cafe-prueba',
    category: 'memberships',
    priceMinor: 0n,
    stock: 500,
    name: { es: 'Club del café, mes de prueba', en: 'Coffee club, trial month' },
    summary: {
      es: 'El primer mes corre por nuestra cuenta. Solo registras una tarjeta.',
      en: 'The first month is on us. You only register a card.',
    },
    description: {
      es: 'Recibes las dos bolsas de un mes del club sin pagar nada. Al pedirlo registras una tarjeta en PlacetoPay y hoy no se cobra; si el club te gusta, eliges después cómo seguir.',
      en: 'You receive the two bags of a month of the club and pay nothing. When you order you register a card at PlacetoPay, and nothing is charged today; if you like the club, you choose later how to go on.',
    },
    picture: {
      es: 'Dos bolsas de café con una cinta y una etiqueta en blanco',
      en: 'Two bags of coffee with a ribbon and a blank tag',
    },
  },
  {
    slug: 'club-cafe-ano',
    category: 'memberships',
    priceMinor: 64_900_000n,
    renews: 'Y',
    stock: 500,
    name: { es: 'Club del café, un año', en: 'Coffee club, one year' },
    summary: {
      es: 'Doce meses, veinticuatro bolsas y una cosecha contigo.',
      en: 'Twelve months, twenty-four bags, and one harvest with us.',
    },
    description: {
      es: 'Lo mismo del club por mes, con casi dos meses de regalo y un fin de semana de cosecha en la finca: canasto, botas y almuerzo corren por nuestra cuenta.',
      en: 'The same as the monthly club, with nearly two months as a gift and a harvest weekend at the farm: basket, boots and lunch are on us.',
    },
    picture: {
      es: 'Doce granos de café alrededor del sol y la luna, como un reloj del año',
      en: 'Twelve coffee beans around the sun and the moon, like a clock of the year',
    },
  },
  {
    slug: 'escritorio-coworking',
    category: 'memberships',
    priceMinor: 38_000_000n,
    renews: 'M',
    stock: 6,
    name: { es: 'Escritorio en La Terraza', en: 'A desk at La Terraza' },
    summary: {
      es: 'Un mes de puesto fijo en Manizales, con vista y café.',
      en: 'A month at a desk of your own in Manizales, with a view and coffee.',
    },
    description: {
      es: 'Un puesto fijo frente a la ventana, silla buena, internet simétrico y la greca encendida desde las siete. La sala de reuniones se comparte y el gato también.',
      en: 'A desk of your own by the window, a good chair, symmetric internet and the coffee urn on from seven. The meeting room is shared, and so is the cat.',
    },
    picture: {
      es: 'Escritorio con computador, lámpara y planta frente a una ventana con montañas',
      en: 'A desk with a laptop, a lamp and a plant before a window full of mountains',
    },
  },
] as const;
