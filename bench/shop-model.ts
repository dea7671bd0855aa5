import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fakeKey, type Brain } from '../test/fakes/messages-api.js';
import { ProjectFolder } from '../test/project-folder.js';
import type { Answers } from './eval/case.js';
import { scriptedBrain } from './eval/scripted.js';

/**
 * What a good model answers for examples/shop: what its marts and documents justify, and nothing of the other units. A
 * careful analyst has signed each line.
 */

const finish = { finish: {} };
const propose = (...edits: readonly Readonly<Record<string, unknown>>[]) => ({ propose_edits: { edits } });
const measure = (source: string, name: string, expr: string, more: Readonly<Record<string, unknown>> = {}) => ({ kind: 'measure', source, name, expr, ...more });
const segment = (source: string, name: string, expr: string, text: string) => ({ kind: 'segment', source, name, expr, text });

const counted = segment('fct_orders', 'not_cancelled', "status <> 'cancelled'", 'Orders that count; cancelled ones are in the table with a net revenue of zero.');
const orders = measure('fct_orders', 'orders', 'count(order_id)', { segments: ['not_cancelled'], text: 'Orders that were not cancelled; test orders are not in the table.' });
const revenueText = 'Euros that stay with us: without shipping and refunds. Cancelled orders count as zero.';
const running = segment('fct_subscriptions', 'running', 'is_running = 1', 'Active or paused. Trials are not counted until the first paid delivery.');

export const shopAnswers: Answers = {
  'dbt:shop/model.dim_customers': [[
    propose(
      measure('dim_customers', 'customers', 'count(customer_id)', { text: 'Accounts of the web shop, those that never ordered too.' }),
      measure('dim_customers', 'subscribers', 'count(customer_id)', { filter: 'has_subscription = 1', text: 'Customers with an active or paused subscription.' }),
    ), finish,
  ]],
  'dbt:shop/model.dim_products': [[
    propose(
      measure('dim_products', 'total_units_sold', 'sum(units_sold)', { text: 'Units in orders that were not cancelled.' }),
      measure('dim_products', 'total_sales', 'sum(sales_eur)', { text: 'Euros of lines less discounts, without cancelled orders. Refunds are not taken off.' }),
    ), finish,
  ]],
  'dbt:shop/model.fct_orders': [
    [{ search_context: { query: 'average order value' } }],
    [
      propose(
        counted, measure('fct_orders', 'net_revenue', 'sum(net_revenue)', { text: revenueText }), orders,
        measure('fct_orders', 'average_order_value', 'net_revenue / orders', { text: 'Euros an order, store sales included.' }),
      ), finish,
    ],
    [
      propose(
        measure('fct_orders', 'net_revenue', 'sum(net_revenue_eur)', { text: revenueText }),
        measure('fct_orders', 'average_order_value', 'net_revenue / orders', { text: 'Euros of net revenue by order that was not cancelled.' }),
      ), finish,
    ],
  ],
  'dbt:shop/model.fct_refunds': [[
    propose(
      measure('fct_refunds', 'refunded_amount', 'sum(amount_eur)', { text: 'Euros paid back, test orders left out.' }),
      measure('fct_refunds', 'refunds', 'count(refund_id)', { text: 'Each is for one line of an order.' }),
    ), finish,
  ]],
  'dbt:shop/model.fct_shipments': [[
    propose(
      measure('fct_shipments', 'shipments', 'count(shipment_id)'),
      measure('fct_shipments', 'late_shipments', 'count(shipment_id)', { filter: 'is_late = 1', text: 'Delivered after the number of days that the carrier promised; those still on their way are never late.' }),
    ), finish,
  ]],
  'dbt:shop/model.fct_subscriptions': [[
    propose(running, measure('fct_subscriptions', 'running_subscriptions', 'count(subscription_id)', { segments: ['running'] })), finish,
  ]],
  'document:files/docs/subscriptions.md': [
    [{ read_context: { name: 'fct_subscriptions' } }],
    [
      propose(
        running,
        measure('fct_subscriptions', 'mrr', 'sum(monthly_price_eur)', { segments: ['running'], text: 'Monthly recurring revenue in euros: price of a delivery times deliveries a year, divided by twelve, of running subscriptions. Promotions are not taken off.' }),
        {
          kind: 'page', name: 'subscriptions', summary: 'How running subscriptions, monthly recurring revenue and churn are counted', tags: ['subscriptions', 'finance'],
          sl_refs: ['warehouse/fct_subscriptions.running', 'warehouse/fct_subscriptions.mrr', 'warehouse/subscriptions_snapshot'],
          text: [
            'A subscription is **running** while it is active or paused; trials do not count before their first paid delivery (`fct_subscriptions.running`).',
            '**Monthly recurring revenue** (`fct_subscriptions.mrr`) is the price of one delivery, times the deliveries of a year, divided by twelve, of running subscriptions only. Promotions are not taken off, since they only touch the first parcel.',
            '**Churn** of a month: cancelled in it, divided by those that were running when it began. Plan changes are not churn.',
            'The shop keeps only the latest state. Anything about the past has to come from `subscriptions_snapshot`, which begins the night after the first delivery.',
          ].join('\n\n'),
        },
      ), finish,
    ],
  ],
  'document:files/docs/metrics-handbook.md': [[
    propose({
      kind: 'page', name: 'how-we-count', summary: 'Definitions of net and gross revenue, average order value and repeat rate', tags: ['finance'], refs: ['net-revenue'],
      sl_refs: ['warehouse/orders.net_revenue', 'warehouse/orders.gross_revenue', 'warehouse/orders.average_order_value'],
      text: [
        '**Net revenue** (`orders.net_revenue`): what the customer paid, without shipping and without what was paid back. Cancelled orders are worth nothing. It is reported by the day of the order, also when the refund comes weeks later; see [[net-revenue]].',
        '**Gross revenue** (`orders.gross_revenue`): what the customer had to pay, shipping included, before anything comes back.',
        '**Average order value** (`orders.average_order_value`): net revenue divided by the orders that were not cancelled. Store sales count like any other order, which pulls it down a little since 2024.',
        '**Repeat rate**: share of the customers of a quarter who had ordered before. It is looked at once a quarter; by month it jumps too much to mean anything.',
      ].join('\n\n'),
    }),
    finish,
  ]],
  'document:files/docs/refund-policy.md': [[
    propose({
      kind: 'page', name: 'refund-policy', summary: 'What is refunded, who decides, and on which day a refund is booked', tags: ['support', 'finance'], sl_refs: ['warehouse/fct_refunds', 'warehouse/fct_refunds.reason'],
      text: [
        '- **Return window**: unopened goods within 28 days of the order. Coffee that was opened stays with the customer.\n- **Goodwill**: up to half of the line, without a return. Support decides alone up to 50 EUR, above that Lena does.\n- **Damaged on arrival**: the whole line, at once; the parcel is not asked back.',
        'Refunds (`fct_refunds`) are booked on the day on which they are paid and never change the order itself. Each is tied to one line; a whole order that comes back has one for every line. Shipping is not refunded. Gift cards are refunded as gift cards; everything else takes about three working days.',
      ].join('\n\n'),
    }), finish,
  ]],
  'document:files/docs/shipping-sla.md': [[
    propose(
      measure('fct_shipments', 'late_share', 'sum(is_late) * 1.0 / count(shipment_id)', { text: 'Share of consignments that came late. Above one in five of a carrier, money is asked back.' }),
      {
        kind: 'page', name: 'shipping-promises', summary: 'When orders leave, what each carrier promised, and what late means', tags: ['logistics'],
        sl_refs: ['warehouse/fct_shipments.is_late', 'warehouse/fct_shipments.late_share', 'warehouse/shipping_targets'],
        text: [
          'Orders that are paid before 14:00 should leave the same day; none should wait for longer than two days.',
          'A shipment is **late** when it was delivered after the days that its carrier promised (`fct_shipments.is_late`): DHL 3, DPD 3, UPS 2, GLS 4 (`shipping_targets`). Lost consignments and those on their way are not late; lost ones have a list of their own.',
          'Each carrier is talked to once a quarter. Above one late consignment in five we ask for money back.',
          'Shipping is free from 49 EUR, and 4.90 EUR below that. Nothing that is bought in a store is shipped.',
        ].join('\n\n'),
      },
    ), finish,
  ]],
  'document:files/docs/data-quality.md': [[
    propose({
      kind: 'page', name: 'known-oddities', summary: 'What is odd in the data, and which table to use instead', tags: ['data quality'],
      sl_refs: ['warehouse/payments.amount', 'warehouse/stg_payments', 'warehouse/order_lines.promo_code_id', 'warehouse/orders.customer_id', 'warehouse/Order Notes', 'warehouse/events'],
      text: [
        '- `payments.amount` is text with a decimal comma in the first half of 2023; `stg_payments` holds numbers.\n- Money is in cents in everything that the shop backend writes, in euros in the payment files.',
        '- `order_lines.promo_code_id` names promotions of the first voucher module, which were deleted; their ids are nowhere else.\n- Orders of deleted accounts still carry the old `orders.customer_id`.',
        '- `Order Notes` come from a spreadsheet; dates are written the German way.\n- Visits and clicks come from our own tracking, which sees perhaps half of the visitors.',
      ].join('\n'),
    }), finish,
  ]],
  'document:files/docs/glossary.md': [[
    propose({
      kind: 'page', name: 'glossary', summary: 'What line, flagship, promotion, consignment, contact, account and test order mean', tags: ['glossary'], refs: ['customers-and-contacts'],
      sl_refs: ['warehouse/order_lines', 'warehouse/orders.is_test', 'warehouse/customers'],
      text: [
        '- **Line**: one article of an order. Two bags of the same roast are one line with a quantity of two.\n- **Flagship**: a store with a training room: Berlin Mitte and Wien Neubau.\n- **Promotion**: a code that takes something off a line, percent or a fixed amount, never both.\n- **Consignment**: what leaves the warehouse under one number. It can be two parcels.',
        '- **Contact**: a person the sales team talks to, in the CRM, with numbers of their own. Contact 12 and customer 12 are two people; see [[customers-and-contacts]].\n- **Account**: what a customer has in the shop. On request it is deleted within a week; the orders stay, without a name.\n- **Test order**: one that one of us placed to try the checkout. It is marked (`orders.is_test`) and counts nowhere.',
      ].join('\n'),
    }), finish,
  ]],
  // the marts count what a person had counted on the tables behind them
  'reconcile': [[
    { resolve: { decisions: ['p1', 'p2', 'p3'].map((pair) => ({ pair, decision: 'apart', why: 'fct_orders is the mart, orders the table behind it; both are used, and give the same.' })) } }, finish,
  ]],
};

export const shopBrain: Brain = scriptedBrain(() => shopAnswers);

/** A copy of examples/shop whose ktx.yaml names the model at this address. Dispose of it with `using`. */
export function judgedShop(url: string): ProjectFolder {
  const folder = new ProjectFolder();
  cpSync(join('examples', 'shop'), folder.root, { recursive: true, filter: (path) => !path.split(/[\\/]/).includes('.ktx') });
  folder.edit('ktx.yaml', (text) => text.replace(/ {4}backend: none.*\n/, `    backend: anthropic\n    anthropic: {api_key: "env:SHOP_KEY", base_url: "${url}"}\n  models:\n    default: claude-sonnet-4-6\n`));
  Object.assign(folder.environment, { SHOP_KEY: fakeKey, KTX_CI_ALLOWED_HOSTS: '127.0.0.1' });
  return folder;
}
