import { expect, test } from '@jest/globals';
import { looksPersonal } from '../../src/text/personal.js';

test.each([
  'email', 'Email', 'customer_email', 'contactEMail', 'emailaddress', 'e_mail', 'phone', 'PhoneNumber', 'mobile', 'name', 'first_name', 'lastName', 'FULLNAME', 'customer_name',
  'address', 'billing_address', 'StreetAddress', 'PostalCode', 'ip', 'ip_address', 'clientIP', 'token', 'api_key_token', 'password', 'PasswordHash', 'ssn', 'date_of_birth', 'birthday',
  'user_name', 'iban', 'notes', 'City',
])('%s may be personal', (name) => {
  expect(looksPersonal(name)).toBe(true);
});

test.each(['status', 'amount', 'product_name', 'PlanName', 'country', 'category', 'is_active', 'shipping_method', 'zipped', 'skip', 'description', 'currency', 'channel', 'name_length', 'segment', 'tier'])(
  '%s is not',
  (name) => {
    expect(looksPersonal(name)).toBe(false);
  },
);
