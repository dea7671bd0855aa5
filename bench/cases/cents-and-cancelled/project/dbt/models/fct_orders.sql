-- Orders as finance counts them. What a customer pays for shipping is passed on to the carrier and is not ours.
-- Money is in cents, as the shop backend writes it; every report is in euros.
-- Cancelled orders stay in, since logistics asks for them; finance leaves them out of every figure. So it does with
-- test orders, which the team places to try the checkout.
select
    order_id,
    date(placed_at) as placed_on,
    status,
    total_cents,
    shipping_cents,
    is_test
from {{ source('backend', 'orders') }}
