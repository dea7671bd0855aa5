{{ config(contract={'enforced': true}, meta={'owner': 'finance'}) }}

with items as (
    select order_id, sum(quantity) as item_count
    from {{ ref('stg_order_lines') }}
    group by order_id
)

select
    o.order_id,
    c.customer_id,
    date(o.placed_at) as order_date,
    o.channel,
    o.status,
    items.item_count,
    o.total_eur as gross_revenue_eur,
    o.shipping_eur,
    o.refunded_eur,
    case when o.status = 'cancelled' then 0 else round(o.total_eur - o.shipping_eur - o.refunded_eur, 2) end as net_revenue_eur
from {{ ref('stg_orders') }} as o
join items on items.order_id = o.order_id
left join {{ ref('stg_customers') }} as c on c.customer_id = o.customer_id
