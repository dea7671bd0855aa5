-- The tables as the shop's systems load them. Only the shop backend declares keys, and not all of them.

-- shop backend
CREATE TABLE customers (id INTEGER PRIMARY KEY, first_name TEXT, last_name TEXT, email TEXT, phone TEXT, country_code TEXT NOT NULL, city TEXT, newsletter INTEGER NOT NULL, loyalty_tier TEXT NOT NULL, created_at TEXT NOT NULL, days_since_last_order INTEGER);
CREATE TABLE orders (order_id INTEGER PRIMARY KEY, order_no TEXT NOT NULL, customer_id INTEGER NOT NULL REFERENCES customers (id), channel TEXT NOT NULL, status TEXT NOT NULL, store_code TEXT, placed_at TEXT NOT NULL, currency TEXT NOT NULL, shipping_cents INTEGER NOT NULL, total_cents INTEGER NOT NULL, refunded_cents INTEGER NOT NULL, is_test INTEGER NOT NULL, "giftWrap" INTEGER NOT NULL);
CREATE TABLE order_lines (order_id INTEGER NOT NULL, line_no INTEGER NOT NULL, product_id INTEGER NOT NULL, quantity INTEGER NOT NULL, unit_price_cents INTEGER NOT NULL, discount_cents INTEGER NOT NULL, promo_code_id INTEGER, PRIMARY KEY (order_id, line_no)) WITHOUT ROWID;
CREATE TABLE product_categories (category_id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES product_categories (category_id), name TEXT NOT NULL, "order" INTEGER NOT NULL);
CREATE TABLE products (product_id INTEGER, sku TEXT, name TEXT, category_id INTEGER, list_price REAL, weight_kg REAL, discontinued INTEGER);
CREATE TABLE promo_codes (id INTEGER, code TEXT, kind TEXT, value INTEGER, starts_on DATE, ends_on DATE, active INTEGER);
CREATE TABLE refunds (refund_id INTEGER, order_id INTEGER, line_no INTEGER, amount_cents INTEGER, reason TEXT, refunded_on DATE);
CREATE TABLE subscriptions (subscription_id TEXT, customer_id INTEGER, plan TEXT, status TEXT, price_cents INTEGER, interval_weeks INTEGER, started_on DATE, cancelled_on DATE);

-- payment provider: euros, and text with a decimal comma until July 2023
CREATE TABLE payments (payment_id INTEGER, order_id INTEGER, method TEXT, status TEXT, amount NUMERIC, paid_at TEXT);

-- warehouse software: seconds since 1970
CREATE TABLE shipments (shipment_no TEXT, order_id INTEGER, carrier TEXT, status TEXT, shipped_at INTEGER, delivered_at INTEGER, parcels INTEGER);

-- CRM
CREATE TABLE customer (id INTEGER, "FirstName" TEXT, "LastName" TEXT, "EmailAddress" TEXT, "Segment" TEXT, lead_source TEXT, "ownerInitials" TEXT, vip INTEGER, created_ts INTEGER);

-- web tracking: milliseconds since 1970
CREATE TABLE "web-sessions" (id TEXT, "startedAt" INTEGER, device_class TEXT, source TEXT, campaign TEXT, bounced INTEGER);
CREATE TABLE events (event_id INTEGER, occurred_at_ms INTEGER, event_type TEXT, web_session_id TEXT, customer_id INTEGER, page_path TEXT, properties TEXT);

-- spreadsheets of the store team
CREATE TABLE stores (store_code TEXT, "Store Name" TEXT, city TEXT, "openedOn" DATE, "isFlagship" INTEGER, square_metres INTEGER);
CREATE TABLE "Order Notes" ("Order ID" INTEGER, "Note Text" TEXT, "Written By" TEXT, "Date" TEXT);
