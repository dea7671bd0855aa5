/** The semantic type of a warehouse's type name, for any dialect; undefined for a name that says nothing. */
export function semanticType(nativeType: string): 'string' | 'number' | 'time' | 'boolean' | undefined {
  const type = nativeType.trim().toLowerCase().replace(/\(.*$/s, '').trim();
  if (type === '') return undefined;
  if (/^bool/.test(type) || type === 'bit') return 'boolean';
  if (/^(date|time|timestamp|datetime|interval|year)/.test(type) || type === 'smalldatetime') return 'time';
  if (/int|^(numeric|number|decimal|dec|real|float|double|money|smallmoney|bignumeric|byteint|serial|bigserial)/.test(type)) return 'number';
  return 'string';
}
