/** Drivers of ktx.yaml whose SQL the parser knows under that very name. */
const known: ReadonlySet<string> = new Set(['sqlite', 'postgres', 'mysql', 'snowflake', 'bigquery', 'clickhouse', 'sqlserver', 'duckdb', 'athena', 'databricks', 'redshift', 'trino']);

/** The parser's dialect for a driver of ktx.yaml; `generic` where it has none (dbt, BI tools) or is not known. */
export function dialectOfDriver(driver: string): string {
  if (known.has(driver)) return driver;
  // Hologres speaks the protocol and the SQL of PostgreSQL
  return driver === 'hologres' ? 'postgres' : 'generic';
}
