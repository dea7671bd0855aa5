-- Visits of the shop by day. The conversion rate of a period is its orders divided by its visits; the column of that name
-- is the rate of one day, for the daily chart, and must not be averaged: a quiet Sunday would weigh as much as a Monday.
-- Visits come from our own tracking, which sees perhaps half of the visitors.
select
    date(started_at) as day,
    count(*) as visits,
    sum(has_order) as orders,
    sum(has_order) * 1.0 / count(*) as conversion_rate
from {{ ref('web_sessions') }}
group by 1
