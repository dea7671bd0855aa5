-- Orders of the shop. By the rule of finance (March 2026) revenue is what was ordered and kept: orders that were cancelled
-- or that came back as a whole are no revenue, in no report and for no team. Rows of them stay in, because logistics counts
-- what it had to move. Amounts are in euros, shipping included.
select
    order_id,
    status,
    total_eur
from {{ source('backend', 'orders') }}
where placed_at is not null
