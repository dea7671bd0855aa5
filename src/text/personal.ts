/** Words of column names, split at underscores, spaces and humps: `billingEMail` → billing, e, mail. */
function words(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}

/** Any of these words in a column name: the column holds something about one person, or a secret. */
const personal = new Set(
  `email mail phone telephone mobile cell fax firstname lastname surname forename fullname username login nickname maiden
  address addr street postcode postal zip zipcode city latitude longitude lat lng lon geo ip ipaddress ipv4 ipv6 mac useragent
  birth birthday birthdate dob age gender sex ethnicity race religion nationality passport ssn sin nin tax iban bic swift
  card cvv pan account password passwd pwd secret token apikey credential hash salt signature otp pin cookie session
  device fingerprint contact person salary wage income diagnosis note notes comment comments message body bio`.split(/\s+/),
);

/** Of these, only a name that ends so: `name` and `customer_name`, not `name_length`. */
const nameWords = new Set(['name', 'names']);

/** `product_name` names a thing. */
const things = new Set(
  `product plan category subcategory event country region state currency channel segment type status brand campaign genre tag
  label department team role group table column field model metric feature page store warehouse depot item sku variant tier
  level priority source medium platform browser os language locale queue topic track album playlist media project stage step
  payment method class kind unit color size material season quarter month weekday day holiday branch service app environment`.split(/\s+/),
);

/** Joined spellings: `emailaddress`, `phonenumber`. */
const joined = /e-?mail|phone|password|passwd|ssn|firstname|lastname|fullname|username|apikey|ipaddr|birthda/;

/** Whether a column's values may be about one person or secret, judged by its name alone: when in doubt, yes. */
export function looksPersonal(columnName: string): boolean {
  const parts = words(columnName);
  if (parts.some((part) => personal.has(part)) || joined.test(parts.join(''))) return true;
  const last = parts.at(-1);
  return last !== undefined && nameWords.has(last) && !parts.slice(0, -1).some((part) => things.has(part));
}

export type PersonalKind = 'an e-mail address' | 'a telephone number' | 'a bank account' | 'a card number';

/** Data of one person by its shape, in a text; null: none was found. A number without `+` in front is no telephone number. */
export function personalData(text: string): PersonalKind | null {
  if (/[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/u.test(text)) return 'an e-mail address';
  if (/(?<![\w+])\+\d{1,3}[\s().\/-]{0,3}(?:\d[\s().\/-]{0,2}){6,13}\d(?!\w)/.test(text)) return 'a telephone number';
  if ((text.match(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g) ?? []).some(isIban)) return 'a bank account';
  if ((text.match(/(?<![\w.-])(?:4\d|5[1-5]|2[2-7]|3[47]|6[05])(?:[ -]?\d){12,17}(?![\w.-])/g) ?? []).some(isCard)) return 'a card number';
  return null;
}

/** ISO 13616: moved round and in numbers, the remainder by 97 is 1. */
function isIban(text: string): boolean {
  const tight = text.replaceAll(' ', '');
  const digits = Array.from(`${tight.slice(4)}${tight.slice(0, 4)}`, (character) => Number.parseInt(character, 36)).join('');
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** ISO/IEC 7812, the check digit of Luhn. */
function isCard(text: string): boolean {
  const digits = Array.from(text.replace(/\D/g, ''), Number).reverse();
  return digits.reduce((sum, digit, index) => sum + (index % 2 === 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit), 0) % 10 === 0;
}
