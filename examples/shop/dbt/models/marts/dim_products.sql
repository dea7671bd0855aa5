with sold as (
    select
        l.product_id,
        sum(l.quantity) as units_sold,
        round(sum(l.line_total_eur), 2) as sales_eur
    from {{ ref('stg_order_lines') }} as l
    join {{ ref('stg_orders') }} as o on o.order_id = l.order_id
    where o.status <> 'cancelled'
    group by l.product_id
)

select
    p.product_id,
    p.sku,
    p.product_name,
    p.category,
    p.category_group,
    p.list_price_eur,
    p.is_discontinued,
    coalesce(sold.units_sold, 0) as units_sold,
    coalesce(sold.sales_eur, 0) as sales_eur
from {{ ref('stg_products') }} as p
left join sold on sold.product_id = p.product_id
