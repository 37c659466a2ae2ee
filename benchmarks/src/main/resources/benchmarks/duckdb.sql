-- counts, each where the engine can skip what does not matter
select (select count(*) from ${table} where not (status in ('new','paid','shipped','delivered','cancelled','returned'))) bad_status,
 (select count(*) from ${table} where not (amount between 0 and 20000)) bad_amt,
 (select count(*) from ${table} where not (qty between 1 and 1000)) bad_qty,
 (select count(*) from ${table} where not (discount between 0 and 1)) bad_disc,
 (select count(*) from ${table} where not (length(country)=2)) bad_len,
 (select count(*) from ${table} where not (created_at <= now()::timestamp)) future,
 (select count(*) from ${table} where not (updated_at >= created_at)) bad_pair,
 (select count(*) from ${table} where order_id is null) null_order_id,
 (select count(*) from ${table} where customer_id is null) null_customer_id,
 (select count(*) from ${table} where created_at is null) null_created_at,
 (select count(*) from ${table} where amount is null) null_amount,
 (select count(*) from ${table} where email is null) null_email,
 (select count(*) from ${table} where note is null) null_note,
 (select count(*) from ${table}) n,
 (select count(*) from ${table} where amount >= 500) p95_cnt,
 (select count(*) from ${table} where not (regexp_matches(email, '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$'))) bad_email,
 (select count(distinct country) from ${table}) dc,
 (select avg(amount) from ${table}) a,
 (select stddev_samp(amount) from ${table}) sd,
 (select max(created_at) from ${table}) mx,
 (select min(qty) from ${table}) mn
-- duplicates, kept
create or replace temp table dups as select order_id, count(*) c from ${table} where order_id is not null group by order_id having count(*)>1
-- how many
select count(*), coalesce(sum(c-1),0) from dups
-- the compound key, among them
select coalesce(sum(c-1),0) from (select count(*) c from ${table} where order_id in (select order_id from dups) or order_id is null group by customer_id, created_at, order_id having count(*)>1) x
-- orphans
select count(*) from ${table} o left join customers c on c.customer_id=o.customer_id where o.customer_id is not null and c.customer_id is null
-- samples
(select 'bad_status' chk, order_id from ${table} where not (status in ('new','paid','shipped','delivered','cancelled','returned')) limit 10)
  union all (select 'bad_amt' chk, order_id from ${table} where not (amount between 0 and 20000) limit 10)
  union all (select 'bad_qty' chk, order_id from ${table} where not (qty between 1 and 1000) limit 10)
  union all (select 'bad_disc' chk, order_id from ${table} where not (discount between 0 and 1) limit 10)
  union all (select 'bad_len' chk, order_id from ${table} where not (length(country)=2) limit 10)
  union all (select 'future' chk, order_id from ${table} where not (created_at <= now()::timestamp) limit 10)
  union all (select 'bad_pair' chk, order_id from ${table} where not (updated_at >= created_at) limit 10)
  union all (select 'bad_email', order_id from ${table} where not (regexp_matches(email, '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$')) limit 10)
  union all (select 'dups', order_id from dups limit 10)
