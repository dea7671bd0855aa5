select
    p.product_id,
    p.sku,
    p.name as product_name,
    c.name as category,
    coalesce(parent.name, c.name) as category_group,
    p.list_price as list_price_eur,
    p.weight_kg,
    p.discontinued as is_discontinued
from {{ source('shop', 'products') }} as p
left join {{ source('shop', 'product_categories') }} as c on c.category_id = p.category_id
left join {{ source('shop', 'product_categories') }} as parent on parent.category_id = c.parent_id
