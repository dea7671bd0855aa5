-- Orders as finance counts them, in cents. Cancelled orders stay in and are left out of every figure. Vouchers are money that
-- the customer paid earlier; finance reports how much of them was redeemed. The number of orders is reported without the
-- cancelled ones too. Reports are in euros.
select
    order_id,
    status,
    total_cents,
    voucher_cents
from {{ source('backend', 'orders') }}
where placed_at is not null
