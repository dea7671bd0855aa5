select country_code, country_name, iso_numeric, sort_position from {{ ref('raw_countries') }}
