import { dateText, dayOf, epochMs, timeText } from './calendar.mjs';
import { stream } from './random.mjs';

const firstNames = 'Anna Ben Clara David Elif Felix Greta Hanna Ilja Jonas Kaja Lars Mia Noor Oskar Paula Quentin Rosa Sami Tilda Umut Vera Wim Yara Zoe'.split(' ');
const lastNames = 'Albrecht Bakker Claes Dietrich Ebert Fontaine Gruber Hofer Ivanov Jansen Keller Lindt Moreau Novak Orth Peeters Richter Schuster Tan Urban Vogel Weber Yilmaz Zimmer'.split(' ');
const cities = { DE: ['Berlin', 'Hamburg', 'Köln', 'Leipzig'], AT: ['Wien', 'Graz'], NL: ['Amsterdam', 'Utrecht'], BE: ['Gent'], FR: ['Lille', 'Lyon'], LU: ['Luxembourg'] };
const countries = ['DE', 'DE', 'DE', 'DE', 'DE', 'DE', 'AT', 'AT', 'NL', 'NL', 'BE', 'FR', 'LU'];
const tiers = ['none', 'none', 'none', 'none', 'bronze', 'bronze', 'silver', 'gold'];

/** Accounts that were deleted on request; the shop keeps their orders. */
export const isDeletedAccount = (id) => id % 143 === 0;

function person(...seed) {
  const random = stream(...seed);
  const [first, last] = [random.pick(firstNames), random.pick(lastNames)];
  const plain = (name) => name.toLowerCase();
  return { random, first, last, email: `${plain(first)}.${plain(last)}${random.whole(1, 999)}@example.com` };
}

/** Rows of customers; `daysSinceOrder` by id comes from the orders. */
export function customers(counts, base, daysSinceOrder) {
  const rows = [];
  for (let id = 1; id <= counts.customers; id += 1) {
    const { random, first, last, email } = person('customer', id);
    const country = random.pick(countries);
    const phone = random.chance(0.4) ? null : `+49 30 5550${String(random.whole(0, 9999)).padStart(4, '0')}`;
    const row = [
      id, first, last, random.chance(0.02) ? null : email, phone, country, random.pick(cities[country]), random.chance(0.45) ? 1 : 0,
      random.pick(tiers), timeText(dayOf(id - 2, base.customers), random.whole(0, 25_000)), daysSinceOrder.get(id) ?? null,
    ];
    if (!isDeletedAccount(id)) rows.push(row);
  }
  return rows;
}

/** Rows of customer, the contacts of the CRM: numbered from 1 as well, and other people. */
export function crmContacts(counts, base) {
  return Array.from({ length: counts.crm }, (_, index) => {
    const { random, first, last, email } = person('crm', index);
    const day = dayOf(index, base.crm);
    return [
      index + 1, first, last, email, random.pick(['Home', 'Home', 'Prosumer', 'Office', 'Café']),
      random.pick(['web form', 'fair', 'referral', 'newsletter']), random.pick(['AK', 'JM', 'LS']), random.chance(0.08) ? 1 : 0,
      Math.floor(epochMs(day, random.whole(30_000, 64_000)) / 1000),
    ];
  });
}

const plans = { light: 1290, classic: 1990, barista: 3490 };

/** Rows of subscriptions. Their customers are among the first ones, so every number of them is also one of the CRM's. */
export function subscriptions(counts, base) {
  return Array.from({ length: counts.subscriptions }, (_, index) => {
    const random = stream('subscription', index);
    const day = dayOf(index, base.subscriptions);
    const customer = random.whole(1, Math.max(2, Math.floor(((index + 1) * (base.crm - 10)) / base.subscriptions)));
    const plan = random.pick(['light', 'light', 'classic', 'classic', 'classic', 'barista']);
    const isNew = index >= counts.subscriptions - 9;
    const status = isNew ? 'trial' : random.pick(['active', 'active', 'active', 'active', 'paused', 'cancelled', 'cancelled']);
    const lastKnown = dayOf(counts.subscriptions - 1, base.subscriptions);
    return {
      id: `SUB-${String(index + 1).padStart(5, '0')}`, customer: isDeletedAccount(customer) ? customer - 1 : customer, plan, status,
      priceCents: plans[plan], weeks: random.pick([2, 4, 4]), started: day,
      cancelled: status === 'cancelled' ? Math.min(lastKnown, day + random.whole(20, 400)) : null,
    };
  });
}

export const subscriptionRow = ({ id, customer, plan, status, priceCents, weeks, started, cancelled }) =>
  [id, customer, plan, status, priceCents, weeks, dateText(started), cancelled === null ? null : dateText(cancelled)];
