/** A small dbt project, as files and as the manifest and catalog that dbt makes of them. */

const ordersSql = `{{ config(materialized='table', schema="marts", tags=['finance'], meta={'owner': 'sales', 'sla': {'hours': 4}}) }}

{# {{ ref('not_this_one') }} #}
select
  o.order_id,
  o.status,
  c.customer_id -- {{ ref('stg_payments') }} is read in SQL comments too
from {{ source('raw', 'orders') }} as o
join {{ ref("dim_customers", v=1) }} as c using (customer_id)
left join {{ref('country_codes')}} using (code)
`;

const stagingSql = "select * from {{ source('raw', 'payments') }}\n";
const customersV1 = "select id as customer_id from {{ ref('stg_payments') }}";
const customersV2 = "select id as customer_id, email from {{ ref('stg_payments') }}";
const ephemeralSql = "{{ config(materialized='ephemeral') }}\nselect 1 as one";
const snapshotBody = `

{{ config(target_schema='snapshots', unique_key='order_id', strategy='check', check_cols='all') }}
select * from {{ ref('orders') }}

`;
const singularSql = "{{ config(severity='warn') }}\nselect * from {{ ref('orders') }} where amount < 0";

const properties = `version: 2

models:
  - name: orders
    description: "{{ doc('orders') }}"
    meta: {label: Order}
    config:
      tags: [core]
    tests:
      - dbt_utils.unique_combination_of_columns:
          combination_of_columns: [order_id, status]
    columns:
      - name: order_id
        description: The order's key.
        data_type: integer
        constraints: [{type: not_null}, {type: primary_key}]
        data_tests:
          - unique
          - not_null:
              config: {severity: warn, where: "status <> 'draft'"}
      - name: status
        description: |
          Where the order stands.
        tags: [enum]
        data_tests:
          - accepted_values:
              arguments: {values: [placed, shipped], quote: true}
      - name: customer_id
        data_tests:
          - relationships: {to: "ref('dim_customers')", field: customer_id}
  - name: dim_customers
    description: Everybody who ever ordered.
    latest_version: 2
    columns:
      - name: customer_id
        description: Key.
        tests: [unique]
      - name: email
        description: Address.
    versions:
      - v: 1
        columns:
          - include: all
            exclude: [email]
      - v: 2

sources:
  - name: raw
    schema: landing
    database: lake
    tags: [external]
    loaded_at_field: _loaded_at
    freshness: {warn_after: {count: 12, period: hour}, error_after: {count: 1, period: day}}
    tables:
      - name: orders
        identifier: orders_v3
        description: Orders as they arrive.
        columns:
          - name: id
            description: Raw key.
            tests: [not_null]
      - name: payments
        freshness: null

seeds:
  - name: country_codes
    description: ISO codes.

snapshots:
  - name: orders_snapshot
    description: History of orders.

exposures:
  - name: weekly_revenue
    label: Weekly revenue
    type: dashboard
    description: What the board sees.
    depends_on:
      - ref('orders')
      - source('raw', 'payments')

metrics:
  - name: churn
    label: Churn rate
    description: Share of customers lost in 30 days.
`;

/** Without a manifest: what a checkout has. */
export const shopFiles: Readonly<Record<string, string>> = {
  'dbt/dbt_project.yml': `name: shop
profile: shop
model-paths: [models]
models:
  shop:
    +tags: nightly
    staging:
      +schema: staging
      +materialized: view
    off:
      +enabled: false
`,
  'dbt/profiles.yml': `shop:
  target: prod
  outputs:
    dev: {type: postgres, dbname: devdb, schema: dev}
    prod: {type: postgres, dbname: "{{ env_var('DB', 'analytics') }}", schema: main}
`,
  'dbt/models/orders.sql': ordersSql,
  'dbt/models/staging/stg_payments.sql': stagingSql,
  'dbt/models/dim_customers_v1.sql': customersV1,
  'dbt/models/dim_customers_v2.sql': customersV2,
  'dbt/models/eph.sql': ephemeralSql,
  'dbt/models/off/gone.sql': 'select 1',
  'dbt/models/schema.yml': properties,
  'dbt/models/docs.md': '# Words\n\n{% docs orders %}\nOne row per *order*.\n{% enddocs %}\n',
  'dbt/seeds/country_codes.csv': 'code,name\nde,Germany\n',
  'dbt/snapshots/orders.sql': `{% snapshot orders_snapshot %}${snapshotBody}{% endsnapshot %}\n`,
  'dbt/tests/no_negative_amounts.sql': singularSql,
  'dbt/dbt_packages/other/models/theirs.sql': 'select 1',
};

type Json = Record<string, unknown>;

function node(uniqueId: string, path: string, more: Json): Json {
  const [resource, packageName, ...name] = uniqueId.split('.');
  return {
    database: 'analytics', schema: 'main', name: name[0], resource_type: resource, package_name: packageName, unique_id: uniqueId,
    original_file_path: path, alias: name[0], checksum: { name: 'sha256', checksum: 'x' },
    config: { enabled: true, materialized: resource === 'model' ? 'view' : resource, tags: [], meta: {} },
    tags: [], description: '', columns: {}, meta: {}, patch_path: null, depends_on: { macros: [], nodes: [] }, constraints: [], version: null,
    ...more,
  };
}

function column(name: string, description = '', more: Json = {}): Json {
  return { [name]: { name, description, meta: {}, data_type: null, constraints: [], quote: null, tags: [], ...more } };
}

function genericTest(name: string, on: string, model: string, kwargs: Json, config: Json = {}, more: Json = {}): Json {
  const id = `test.shop.${name}_${on.split('.').slice(2).join('_')}_${String(kwargs['column_name'] ?? 'all')}.0a1b2c`;
  const [namespace, bare] = name.includes('.') ? name.split('.') : [null, name];
  return node(id, 'models/schema.yml', {
    test_metadata: { name: bare, kwargs: { ...kwargs, model: `{{ get_where_subquery(${model}) }}` }, namespace },
    column_name: kwargs['column_name'] ?? null, attached_node: on.startsWith('source') ? null : on,
    config: { enabled: true, severity: 'ERROR', where: null, materialized: 'test', ...config },
    depends_on: { macros: [], nodes: [on] }, raw_code: '{{ test() }}', ...more,
  });
}

const patch = { patch_path: 'shop://models/schema.yml' };
const view = (tags: string[], more: Json = {}): Json => ({ tags, config: { enabled: true, materialized: 'view', tags, meta: {}, ...more } });

const nodes: Json[] = [
  node('model.shop.orders', 'models/orders.sql', {
    schema: 'main_marts', description: 'One row per *order*.', raw_code: ordersSql.trim(), ...patch,
    config: { enabled: true, materialized: 'table', tags: ['nightly', 'core', 'finance'], meta: { label: 'Order', owner: 'sales', sla: { hours: 4 } } },
    tags: ['nightly', 'core', 'finance'], meta: { label: 'Order', owner: 'sales', sla: { hours: 4 } },
    columns: {
      ...column('order_id', "The order's key.", { data_type: 'integer', constraints: [{ type: 'not_null', expression: null }, { type: 'primary_key' }] }),
      ...column('status', 'Where the order stands.\n', { tags: ['enum'] }),
      ...column('customer_id'),
    },
    depends_on: { macros: [], nodes: ['source.shop.raw.orders', 'model.shop.dim_customers.v1', 'seed.shop.country_codes', 'model.shop.stg_payments'] },
  }),
  node('model.shop.stg_payments', 'models/staging/stg_payments.sql', {
    schema: 'main_staging', raw_code: stagingSql.trim(), ...view(['nightly']), depends_on: { nodes: ['source.shop.raw.payments'] },
  }),
  node('model.shop.dim_customers.v1', 'models/dim_customers_v1.sql', {
    alias: 'dim_customers_v1', version: 1, latest_version: 2, description: 'Everybody who ever ordered.', raw_code: customersV1, ...patch, ...view(['nightly']),
    columns: column('customer_id', 'Key.'), depends_on: { nodes: ['model.shop.stg_payments'] },
  }),
  node('model.shop.dim_customers.v2', 'models/dim_customers_v2.sql', {
    alias: 'dim_customers_v2', version: 2, latest_version: 2, description: 'Everybody who ever ordered.', raw_code: customersV2, ...patch, ...view(['nightly']),
    columns: { ...column('customer_id', 'Key.'), ...column('email', 'Address.') }, depends_on: { nodes: ['model.shop.stg_payments'] },
  }),
  node('model.shop.eph', 'models/eph.sql', { raw_code: ephemeralSql, ...view(['nightly'], { materialized: 'ephemeral' }) }),
  node('model.other.theirs', 'models/theirs.sql', { raw_code: 'select 1' }),
  node('seed.shop.country_codes', 'seeds/country_codes.csv', { raw_code: '', description: 'ISO codes.', ...patch, checksum: { name: 'sha256', checksum: 'a9e6b5bd1b1bfaf2d8fbdd04b8b3db4e2b5a4a2c3dbd3ef5ba3cd4f1f2ae1a3c' } }),
  node('snapshot.shop.orders_snapshot', 'snapshots/orders.sql', {
    database: 'analytics', schema: 'snapshots', raw_code: snapshotBody, description: 'History of orders.', ...patch, depends_on: { nodes: ['model.shop.orders'] },
  }),
  node('test.shop.no_negative_amounts', 'tests/no_negative_amounts.sql', {
    config: { enabled: true, severity: 'warn', where: null, materialized: 'test' }, raw_code: singularSql, depends_on: { nodes: ['model.shop.orders'] },
  }),
  genericTest('unique', 'model.shop.orders', "ref('orders')", { column_name: 'order_id' }),
  genericTest('not_null', 'model.shop.orders', "ref('orders')", { column_name: 'order_id' }, { severity: 'warn', where: "status <> 'draft'" }),
  genericTest('accepted_values', 'model.shop.orders', "ref('orders')", { column_name: 'status', values: ['placed', 'shipped'], quote: true }),
  genericTest('relationships', 'model.shop.orders', "ref('orders')", { column_name: 'customer_id', to: "ref('dim_customers')", field: 'customer_id' }, {}, { depends_on: { nodes: ['model.shop.dim_customers.v2', 'model.shop.orders'] } }),
  genericTest('dbt_utils.unique_combination_of_columns', 'model.shop.orders', "ref('orders')", { combination_of_columns: ['order_id', 'status'] }),
  genericTest('unique', 'model.shop.dim_customers.v1', "ref('dim_customers', version='1')", { column_name: 'customer_id' }),
  genericTest('unique', 'model.shop.dim_customers.v2', "ref('dim_customers', version='2')", { column_name: 'customer_id' }),
  genericTest('not_null', 'source.shop.raw.orders', "source('raw', 'orders')", { column_name: 'id' }),
];

function source(name: string, more: Json): Json {
  return node(`source.shop.raw.${name}`, 'models/schema.yml', {
    database: 'lake', schema: 'landing', name, source_name: 'raw', identifier: name, resource_type: 'source', tags: ['external'], config: { enabled: true },
    loaded_at_field: '_loaded_at', freshness: { warn_after: { count: null, period: null }, error_after: { count: null, period: null }, filter: null }, ...more,
  });
}

const sources: Json[] = [
  source('orders', {
    identifier: 'orders_v3', description: 'Orders as they arrive.', columns: column('id', 'Raw key.'),
    freshness: { warn_after: { count: 12, period: 'hour' }, error_after: { count: 1, period: 'day' }, filter: null },
  }),
  source('payments', { freshness: null }),
];

const byId = (values: Json[]): Json => Object.fromEntries(values.map((value) => [String(value['unique_id']), value]));

export function shopManifest(more: Json = {}): Json {
  return {
    metadata: { dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v12.json', project_name: 'shop', generated_at: '2026-03-01T04:00:00.000000Z' },
    nodes: byId(nodes),
    sources: byId(sources),
    docs: {
      'doc.shop.orders': { name: 'orders', unique_id: 'doc.shop.orders', package_name: 'shop', original_file_path: 'models/docs.md', block_contents: 'One row per *order*.' },
      'doc.dbt.__overview__': { name: '__overview__', unique_id: 'doc.dbt.__overview__', package_name: 'dbt', original_file_path: 'docs/overview.md', block_contents: 'Welcome!' },
    },
    exposures: {
      'exposure.shop.weekly_revenue': {
        name: 'weekly_revenue', label: 'Weekly revenue', unique_id: 'exposure.shop.weekly_revenue', package_name: 'shop', original_file_path: 'models/schema.yml',
        description: 'What the board sees.', depends_on: { nodes: ['model.shop.orders', 'source.shop.raw.payments'] },
      },
    },
    metrics: {
      'metric.shop.churn': { name: 'churn', label: 'Churn rate', unique_id: 'metric.shop.churn', package_name: 'shop', original_file_path: 'models/schema.yml', description: 'Share of customers lost in 30 days.' },
    },
    disabled: { 'model.shop.gone': [node('model.shop.gone', 'models/off/gone.sql', {})] },
    ...more,
  };
}

export function shopWithManifest(manifest: unknown = shopManifest()): Record<string, string> {
  return { ...shopFiles, 'dbt/target/manifest.json': typeof manifest === 'string' ? manifest : JSON.stringify(manifest) };
}
