-- Payments as the provider reports them. A payment counts once it is settled; failed ones stay in for the support team.
-- Amounts are in euros. Chargebacks come as rows of their own with a negative amount and are settled at once, so that sums
-- over settled payments are right without more conditions.
select
    payment_id,
    method,
    status,
    amount_eur
from {{ ref('stg_payments') }}
