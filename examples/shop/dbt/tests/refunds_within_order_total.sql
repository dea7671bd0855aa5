-- nobody gets back more than they paid
select
    o.order_id,
    o.gross_revenue_eur,
    sum(r.amount_eur) as refunded_eur
from {{ ref('fct_orders') }} as o
join {{ ref('fct_refunds') }} as r using (order_id)
group by o.order_id, o.gross_revenue_eur
having sum(r.amount_eur) > o.gross_revenue_eur + 0.01
