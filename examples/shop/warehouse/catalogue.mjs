/** What does not grow: the range, the stores, the promotions. */

/** category_id, parent_id, name, display order */
export const categories = [
  [1, null, 'Machines', 1], [2, 1, 'Espresso machines', 1], [3, 1, 'Filter machines', 2],
  [4, null, 'Grinders', 2], [5, 4, 'Hand grinders', 1], [6, 4, 'Electric grinders', 2],
  [7, null, 'Coffee', 3], [8, 7, 'Espresso roasts', 1], [9, 7, 'Filter roasts', 2], [10, 7, 'Decaf', 3],
  [11, null, 'Accessories', 4], [12, 11, 'Scales', 1], [13, 11, 'Kettles', 2], [14, 11, 'Cups', 3],
];

/** category_id, prefix of the stock keeping units, least and greatest price in whole euros, names */
const range = [
  [2, 'ESP', 289, 1690, ['Bianca Uno', 'Bianca Due', 'Lido Compact', 'Lido Pro', 'Torre 58', 'Torre 58 Black', 'Navona Lever']],
  [3, 'FIL', 79, 329, ['Nordlys', 'Nordlys Thermo', 'Pour Station 2', 'Pour Station 4', 'Morgen 10', 'Morgen 10 Steel']],
  [5, 'HGR', 49, 219, ['Pico', 'Pico Travel', 'Burr 38', 'Burr 48', 'Burr 48 Titan', 'Miller']],
  [6, 'EGR', 129, 749, ['Volta 54', 'Volta 64', 'Volta 64 Single', 'Home Mill', 'Home Mill Plus', 'Disc One']],
  [8, 'CES', 12, 34, ['House Espresso', 'Ponte Nero', 'Santa Rosa', 'Monsoon Blend', 'Old Harbour', 'Cantina', 'Dolce Classico']],
  [9, 'CFI', 13, 38, ['Guji Natural', 'Yirga Washed', 'Huila Pink', 'Kiambu AA', 'Tarrazu Honey', 'Sidama Lot 9', 'Nariño Select']],
  [10, 'CDE', 14, 29, ['Calm Espresso', 'Calm Filter', 'Late Shift', 'Swiss Water Blend', 'Sugarcane Decaf']],
  [12, 'SCA', 29, 189, ['Gram', 'Gram Timer', 'Drip Scale', 'Drip Scale Mini', 'Lab Scale 2', 'Pocket Scale']],
  [13, 'KET', 39, 199, ['Swan 0.8', 'Swan 1.0', 'Swan Temp', 'Stovetop Goose', 'Steady Pour', 'Travel Kettle']],
  [14, 'CUP', 9, 45, ['Tulip 6 oz', 'Tulip 10 oz', 'Cortado Glass', 'Demitasse Pair', 'Camp Mug', 'Cupping Bowl', 'Keep Cup', 'Server 600']],
];

/** Rows of products; prices end in 90 cents. */
export const products = range.flatMap(([category, prefix, least, most, names]) =>
  names.map((name, index) => ({
    category, name,
    sku: `${prefix}-${String(100 + index * 7)}`,
    priceCents: Math.round(least + ((most - least) * index) / names.length) * 100 + 90,
    weightKg: category === 14 && index % 3 === 0 ? null : Math.round(((category * 37 + index * 13) % 90) + 10) / 10,
    discontinued: index === 3 && category % 2 === 0 ? 1 : 0,
  })),
).map((product, index) => ({ id: 101 + index, ...product }));

/** store_code, name, city, opened, flagship, square metres */
export const stores = [
  ['BER-1', 'Berlin Mitte', 'Berlin', '2023-01-02', 1, 210], ['HAM-1', 'Hamburg Ottensen', 'Hamburg', '2023-04-15', 0, 95],
  ['MUC-1', 'München Haidhausen', 'München', '2023-09-02', 0, 120], ['VIE-1', 'Wien Neubau', 'Wien', '2024-03-09', 1, 160],
  ['AMS-1', 'Amsterdam De Pijp', 'Amsterdam', '2024-06-01', 0, 80], ['CGN-1', 'Köln Ehrenfeld', 'Köln', '2025-02-08', 0, 105],
];

/** Promotions 1 to 30 were deleted in the shop system in spring 2024; the order lines still name them. */
export const deletedPromotions = 30;

/** id, code, kind, value (percent, or cents off), first day, last day, whether it can still be used */
export const promotions = [
  'WELCOME10', 'WELCOME5', 'SPRING24', 'EASTER24', 'MAYDAY', 'SUMMER24', 'GRIND15', 'BEANS5', 'AUTUMN24', 'BARISTA10', 'SINGLES24', 'BLACK24',
  'ADVENT24', 'XMAS24', 'NEWYEAR', 'WINTER25', 'LOVE25', 'SPRING25', 'EASTER25', 'COLDBREW', 'SUMMER25', 'SCHOOL25', 'AUTUMN25', 'FRIENDS',
].map((code, index) => [
  deletedPromotions + 1 + index, code, index % 4 === 1 ? 'fixed' : 'percent', index % 4 === 1 ? 500 : [10, 0, 15, 20][index % 4],
  `2024-${String((index % 12) + 1).padStart(2, '0')}-01`, index % 3 === 0 ? null : `2025-${String((index % 12) + 1).padStart(2, '0')}-28`, index > 15 ? 1 : 0,
]);
