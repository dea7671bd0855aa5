with orders as (
    select
        customer_id,
        count(*) as order_count,
        min(date(placed_at)) as first_order_on,
        max(date(placed_at)) as last_order_on,
        round(sum(total_eur - shipping_eur - refunded_eur), 2) as net_revenue_eur
    from {{ ref('stg_orders') }}
    where status <> 'cancelled'
    group by customer_id
),

running as (
    select distinct customer_id
    from {{ ref('stg_subscriptions') }}
    where status in ('active', 'paused')
)

select
    c.customer_id,
    c.country_code,
    countries.country_name,
    countries.region,
    c.loyalty_tier,
    date(c.created_at) as customer_since,
    orders.first_order_on,
    orders.last_order_on,
    coalesce(orders.order_count, 0) as order_count,
    coalesce(orders.net_revenue_eur, 0) as net_revenue_eur,
    coalesce(c.days_since_last_order <= 90, 0) as is_active,
    running.customer_id is not null as has_subscription
from {{ ref('stg_customers') }} as c
left join {{ ref('countries') }} as countries on countries.country_code = c.country_code
left join orders on orders.customer_id = c.customer_id
left join running on running.customer_id = c.customer_id
