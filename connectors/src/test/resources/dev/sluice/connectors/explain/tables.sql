create table orders (
  id integer, amount double, price decimal(10, 2), status varchar, email varchar, country varchar,
  customer integer, placed timestamp, day date, active boolean, note varchar);
insert into orders values
  (1, 10.0, 1.50, 'paid', 'a@b.org', 'DE', 1, '2026-01-01 08:00:00', '2026-01-01', true, 'x'),
  (2, -1.0, 2.00, 'new', 'nope', 'DE', 2, '2026-01-02 08:00:00', '2026-01-02', false, ''),
  (3, null, 2.25, 'paid', null, 'FR', 3, '2026-01-03 08:00:00', '2026-01-03', null, ' '),
  (4, 'NaN', 0.00, 'lost', 'c@d.org', 'FR', 9, '2026-01-03 07:00:00', '2026-02-03', true, null),
  (4, 500.0, null, null, '', 'FR', null, null, '2026-01-05', true, '12'),
  (5, 40.0, 4.00, 'new', 'e@f.org', null, 2, '2026-01-06 08:00:00', null, true, '2026-01-31'),
  (null, 90.0, 9.00, 'paid', 'g@h.org', null, 3, '2026-01-07 08:00:00', '2026-01-07', false, 'abc');
create table customers (id integer, country varchar, credit integer);
insert into customers values (1, 'DE', 10), (2, 'DE', 20), (3, 'FR', null), (null, 'US', 5);
