-- counts, in one pass that can run in parallel
select count(*) n, count(order_id) nn_order_id, count(customer_id) nn_customer_id, count(created_at) nn_created_at, count(amount) nn_amount, count(email) nn_email, count(note) nn_note, count(*) filter (where not (status in ('new','paid','shipped','delivered','cancelled','returned'))) bad_status, count(*) filter (where not (amount between 0 and 20000)) bad_amt, count(*) filter (where not (qty between 1 and 1000)) bad_qty, count(*) filter (where not (discount between 0 and 1)) bad_disc, count(*) filter (where not (length(country)=2)) bad_len, count(*) filter (where not (created_at <= localtimestamp)) future, count(*) filter (where not (updated_at >= created_at)) bad_pair, count(*) filter (where not (email ~ '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$')) bad_email, avg(amount) avg_amt, stddev_samp(amount) sd, max(created_at) mx, min(qty) mn, count(*) filter (where amount >= 500) p95_cnt from ${table}
-- different countries
select count(*) from (select country from ${table} where country is not null group by country) x
-- duplicates, kept
drop table if exists dups;
create temp table dups as select order_id, count(*) c from ${table} where order_id is not null group by order_id having count(*)>1
-- how many
select count(*), coalesce(sum(c-1),0) from dups
-- the compound key, among them
analyze dups;
select coalesce(sum(c-1),0) from (select count(*) c from ${table} where order_id = any(array(select order_id from dups)) or order_id is null group by customer_id, created_at, order_id having count(*)>1) x
-- orphans
select count(*) from ${table} o where customer_id is not null and not exists (select 1 from customers c where c.customer_id=o.customer_id)
-- samples
(select 'bad_status' chk, order_id from ${table} where not (status in ('new','paid','shipped','delivered','cancelled','returned')) limit 10)
  union all (select 'bad_amt' chk, order_id from ${table} where not (amount between 0 and 20000) limit 10)
  union all (select 'bad_qty' chk, order_id from ${table} where not (qty between 1 and 1000) limit 10)
  union all (select 'bad_disc' chk, order_id from ${table} where not (discount between 0 and 1) limit 10)
  union all (select 'bad_len' chk, order_id from ${table} where not (length(country)=2) limit 10)
  union all (select 'future' chk, order_id from ${table} where not (created_at <= localtimestamp) limit 10)
  union all (select 'bad_pair' chk, order_id from ${table} where not (updated_at >= created_at) limit 10)
  union all (select 'bad_email', order_id from ${table} where not (email ~ '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') limit 10)
  union all (select 'dups', order_id from dups limit 10)
