import { dateText, dayOf, epochMs, germanDate, timeText } from './calendar.mjs';
import { deletedPromotions, products, promotions, stores } from './catalogue.mjs';
import { isDeletedAccount } from './people.mjs';
import { stream } from './random.mjs';

const coffees = new Set([8, 9, 10]);
const basket = products.filter((product) => product.discontinued === 0).flatMap((product) => Array(coffees.has(product.category) ? 6 : product.priceCents > 30_000 ? 1 : 3).fill(product));
const freeShippingCents = 4900;
const shippingCents = 490;
const cancellable = ['delivered', ...Array(3).fill('cancelled'), ...Array(2).fill('returned')];
/** The first payment provider's export was loaded as it came: `149,90`. */
const legacyOrders = 140;

/** Everything about orders, in the order in which it happened. */
export function sales(counts, base) {
  const orders = [];
  const lines = [];
  const payments = [];
  const refunds = [];
  const shipments = [];
  const notes = [];
  const lastKnown = dayOf(counts.orders - 1, base.orders);
  let promoted = 0;

  for (let index = 0; index < counts.orders; index += 1) {
    const random = stream('order', index);
    const id = index + 1;
    const day = dayOf(index, base.orders);
    const second = random.whole(7 * 3600, 22 * 3600);
    const channel = random.pick(['web', 'web', 'web', 'web', 'web', 'web', 'app', 'app', 'app', 'store']);
    const store = channel === 'store' ? random.pick(stores.filter(([, , , opened]) => opened <= dateText(day)))[0] : null;
    const status = statusOf(random, counts.orders - index, channel);
    const ordered = linesOf(random, id, () => (promoted += 1));
    lines.push(...ordered);
    const subtotal = ordered.reduce((sum, line) => sum + line.totalCents, 0);
    const shipping = channel === 'store' || subtotal >= freeShippingCents ? 0 : shippingCents;
    const total = subtotal + shipping;

    const refunded = status === 'returned' ? ordered : status === 'delivered' && random.chance(0.05) ? [random.pick(ordered)] : [];
    for (const line of refunded) {
      const reason = random.pick(status === 'returned' ? ['changed_mind', 'changed_mind', 'wrong_item', 'damaged'] : ['damaged', 'late', 'goodwill']);
      const amount = reason === 'late' || reason === 'goodwill' ? Math.floor(line.totalCents / 2) : line.totalCents;
      refunds.push([refunds.length + 1, id, line.number, amount, reason, dateText(Math.min(lastKnown, day + random.whole(4, 28)))]);
    }
    const refundedCents = refunds.slice(refunds.length - refunded.length).reduce((sum, [, , , amount]) => sum + amount, 0);
    orders.push({ id, customer: customerOf(random, index, base), channel, status, store, day, second, shipping, total, refundedCents, isTest: index % 61 === 5 ? 1 : 0, wrap: random.chance(0.07) ? 1 : 0 });

    for (const payment of paymentsOf(random, status, channel)) {
      const amount = index < legacyOrders ? (total / 100).toFixed(2).replace('.', ',') : total / 100;
      payments.push([payments.length + 1, id, payment.method, payment.status, amount, timeText(day, second + payment.delay)]);
    }
    if (channel !== 'store' && ['shipped', 'delivered', 'returned'].includes(status)) shipments.push(shipmentOf(random, shipments.length, id, day, second, status, lastKnown));
    if (index % 17 === 3) notes.push([id, random.pick(noteTexts), random.pick(['Jana', 'Mo', 'Lena', 'Piet']), germanDate(day)]);
  }
  return { orders, lines, payments, refunds, shipments, notes, lastKnown };
}

const noteTexts = [
  'Call before delivery', 'Leave with the neighbour', 'Gift, no invoice in the parcel', 'Grind for filter, please', 'Machine was a display piece, 5 % off agreed',
  'Asked for a second invoice', 'Wants the black one if it comes back', 'Delivered to the store instead', 'Replacement sent, no charge', 'Company address on the invoice',
];

function statusOf(random, age, channel) {
  const later = random.chance(0.15) ? random.pick(cancellable) : 'delivered';
  if (channel === 'store') return later === 'cancelled' ? 'delivered' : later;
  return age <= 12 ? 'placed' : age <= 25 ? 'paid' : age <= 45 ? 'shipped' : later;
}

/** One of the people who had an account on that day; every fifth account orders more often. */
function customerOf(random, index, base) {
  const known = Math.max(1, Math.floor(((index + 1) * base.customers) / base.orders) - 1);
  const any = random.whole(1, known);
  return random.chance(0.4) ? Math.max(1, any - (any % 5)) : any;
}

/** `nextPromoted` numbers the lines with a promotion: 9 of 50 are printed vouchers of a promotion that was deleted. */
function linesOf(random, order, nextPromoted) {
  const count = random.pick([1, 1, 1, 2, 2, 2, 3, 3, 4]);
  return Array.from({ length: count }, (_, index) => {
    const product = random.pick(basket);
    const quantity = coffees.has(product.category) || product.category === 14 ? random.whole(1, 3) : 1;
    const promotion = random.chance(0.12) ? promotionOf(random, nextPromoted()) : null;
    const gross = quantity * product.priceCents;
    const discount = promotion === null ? 0 : promotion.kind === 'fixed' ? Math.min(promotion.value, gross) : Math.round((gross * promotion.value) / 100);
    return { order, number: index + 1, product: product.id, quantity, priceCents: product.priceCents, discount, promotion: promotion?.id ?? null, totalCents: gross - discount };
  });
}

function promotionOf(random, number) {
  if ((number * 9) % 50 < 9) return { id: random.whole(1, deletedPromotions), kind: 'percent', value: 10 };
  const [id, , kind, value] = random.pick(promotions);
  return { id, kind, value };
}

function paymentsOf(random, status, channel) {
  const method = random.pick(channel === 'store' ? ['card', 'card', 'gift_card'] : ['card', 'card', 'card', 'paypal', 'paypal', 'invoice', 'gift_card']);
  const isPaid = status !== 'placed' && (status !== 'cancelled' || random.chance(0.5));
  if (!isPaid) return [];
  const settled = { method, status: status === 'returned' || status === 'cancelled' ? 'refunded' : 'captured', delay: random.whole(20, 900) };
  return random.chance(0.06) ? [{ method, status: 'failed', delay: 5 }, settled] : [settled];
}

const transitDays = { DHL: 2, DPD: 2, UPS: 1, GLS: 3 };

function shipmentOf(random, index, order, day, second, status, lastKnown) {
  const carrier = random.pick(['DHL', 'DHL', 'DHL', 'DPD', 'UPS', 'GLS']);
  const shipped = Math.min(lastKnown, day + random.whole(0, 2));
  const isLost = index % 60 === 11;
  const arrived = Math.min(lastKnown, shipped + transitDays[carrier] + (random.chance(0.2) ? random.whole(1, 5) : 0));
  const seconds = (at, time) => Math.floor(epochMs(at, time) / 1000);
  return [
    `S-${String(index + 1).padStart(6, '0')}`, order, carrier, status === 'shipped' ? 'in_transit' : isLost ? 'lost' : 'delivered',
    seconds(shipped, 80_000), status === 'shipped' || isLost ? null : Math.max(seconds(arrived, random.whole(30_000, 70_000)), seconds(shipped, 81_000)), random.pick([1, 1, 1, 1, 2]),
  ];
}

/** Days from each customer's last order that counts to the last known day. */
export function daysSinceOrder({ orders, lastKnown }) {
  const days = new Map();
  for (const order of orders) {
    if (order.isTest === 0 && order.status !== 'cancelled' && !isDeletedAccount(order.customer)) days.set(order.customer, lastKnown - order.day);
  }
  return days;
}

export const orderRow = (order) => [
  order.id, `TP-${100_000 + order.id}`, order.customer, order.channel, order.status, order.store, timeText(order.day, order.second), 'EUR',
  order.shipping, order.total, order.refundedCents, order.isTest, order.wrap,
];

export const lineRow = (line) => [line.order, line.number, line.product, line.quantity, line.priceCents, line.discount, line.promotion];
