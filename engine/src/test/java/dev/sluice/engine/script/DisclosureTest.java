package dev.sluice.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a query's rows may be shown where `ssn` and `card no` are sensitive. */
final class DisclosureTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "select id, amount as x from t | ALL",
        "select t.id from t where t.amount * 2 > 1 | BY_NAME",
        "select id, count(*) as n from t group by id | ALL",
        "select ssn_hash from t | ALL",
        "select r.id from refunds r left join t as o using (id) where o.id is null | ALL",
        "select extract(year from at), at from t | ALL",
        "select id from t where a is distinct from b and b > 1 | ALL",
        "with q as (select id from t) select q.id from q | ALL",
        "select * from t | BY_NAME",
        "from t | BY_NAME",
        "from (from t) | BY_NAME",
        "select columns('s.n') from t | BY_NAME",
        "select id, ssn, n from t; -- all | BY_NAME",
        "select distinct t.\"SSN\", id from t where id > 0 | BY_NAME",
        "select id, ssn from t where ssn > 'a' | NOTHING",
        "select id, (ssn) from t | NOTHING",
        "select id, x: ssn from t | NOTHING",
        "select id, coalesce(n, ssn, n) from t | NOTHING",
        "select a from (select id, ssn from t) q(a, b) | NOTHING",
        "with q(a) as (select ssn from t) select a from q | NOTHING",
        "select id, ssn as x from t | NOTHING",
        "select upper(T.SSN) from t | NOTHING",
        "select \"Ssn\" as x from t | NOTHING",
        "select ´ssn´ from t | BY_NAME",
        "select to_json(t)->>'ssn' from t | NOTHING",
        "select id from t -- not the ssn | NOTHING",
        "select \"card no\" as x from t | NOTHING",
        "select U&\"\\0073sn\" as x from t | NOTHING",
        "select row_to_json(t) as x from t | NOTHING",
        "select id, o::text from a.t as o | NOTHING",
        "select o from s.u, a.t o | NOTHING",
        "select b from t q(a, b) | NOTHING",
        "select b from (select * from t) as q (a, b) | NOTHING",
        "with q(a, b) as (select * from t) select b from q | NOTHING",
        "select id, n from u union all select * from t | NOTHING",
      })
  void query(String text, Disclosure expected) {
    assertThat(Disclosure.of(text.replace('´', '`'), List.of("ssn", "card no")))
        .isEqualTo(expected);
    assertThat(Disclosure.of(text, List.of())).isEqualTo(Disclosure.ALL);
  }
}
