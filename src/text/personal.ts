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
