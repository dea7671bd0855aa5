import { dayOf, epochMs } from './calendar.mjs';
import { products } from './catalogue.mjs';
import { isDeletedAccount } from './people.mjs';
import { stream } from './random.mjs';

const kinds = ['page_view', 'page_view', 'page_view', 'page_view', 'search', 'add_to_cart', 'add_to_cart', 'checkout', 'purchase', 'newsletter_signup'];
const pages = ['/', '/coffee', '/machines', '/grinders', '/accessories', '/subscriptions', '/stores', '/brew-guide', '/cart', '/account'];

const sessionId = (index) => `w${(1_000_000 + index * 37).toString(36)}`;

export function sessions(counts, base) {
  return Array.from({ length: counts.sessions }, (_, index) => {
    const random = stream('session', index);
    return [
      sessionId(index), epochMs(dayOf(index, base.sessions), random.whole(20_000, 80_000)), random.pick(['desktop', 'phone', 'phone', 'tablet']),
      random.pick(['direct', 'search', 'search', 'social', 'email', 'affiliate']), random.chance(0.3) ? random.pick(['brew-week', 'new-roasts', 'gift-guide']) : null, random.chance(0.35) ? 1 : 0,
    ];
  });
}

/** Most visitors are not signed in. */
export function events(counts, base) {
  return Array.from({ length: counts.events }, (_, index) => {
    const random = stream('event', index);
    const session = Math.min(counts.sessions - 1, Math.floor((index * base.sessions) / base.events));
    const kind = random.pick(kinds);
    const known = Math.max(1, Math.floor(((index + 1) * base.customers) / base.events) - 1);
    const customer = random.chance(0.3) ? random.whole(1, known) : null;
    return [
      index + 1, epochMs(dayOf(index, base.events), random.whole(20_000, 80_000)) + random.whole(0, 999), kind, sessionId(session),
      customer === null || isDeletedAccount(customer) ? null : customer, random.pick(pages), kind === 'add_to_cart' ? JSON.stringify({ product_id: random.pick(products).id }) : null,
    ];
  });
}
