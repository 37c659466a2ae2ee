package dev.sluice.engine.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is concluded from numbers and names. */
class ConclusionsTest {

  @ParameterizedTest
  @CsvSource({
    "0.4, 9.5, 0, 11",
    "2, 97, 0, 100",
    "11, 4962, 0, 6000",
    "-1116, 1438, -2000, 2000",
    "1990, 2002, 1980, 2010",
    "0, 0.97, 0, 1",
    "0, 1, 0, 1",
    "0.2, 0.61, 0.1, 0.7",
    "501, 99950, 0, 110000",
    "-7.1, 37.8, -20, 50",
    "-95, -3, -100, 0",
    "-0.001, 0, -0.002, 0",
    "1000000000, 1000000005, 999999999, 1000000006",
    "1, 2, 0, 3",
  })
  void endsAreRoundAndWide(String least, String most, String low, String high) {
    Headroom ends = Headroom.around(new BigDecimal(least), new BigDecimal(most));

    assertThat(ends.low()).isEqualByComparingTo(low);
    assertThat(ends.high()).isEqualByComparingTo(high);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "99, 99, 99",
    "100, 100, 100",
    "101, 100, 110",
    "1461, 1400, 1500",
    "3000000, 3000000, 3000000",
    "9999, 9900, 10000",
  })
  void countsKeepTwoDigits(long number, long down, long up) {
    assertThat(Headroom.roundDown(number)).isEqualTo(down);
    assertThat(Headroom.roundUp(number)).isEqualTo(up);
  }

  @ParameterizedTest
  @CsvSource({
    "29, 29, ''",
    "0, 100, ''",
    "1, 100, ''",
    "7164, 10000, for at least 70%",
    "1777, 2000, for at least 87%",
    "990, 1000, for at least 98%",
    "9999, 10000, for at least 99.9%",
    "2999999, 3000000, for at least 99.9998%",
    "99400, 100000, for at least 99%",
  })
  void tolerancesAreRoundedDown(long good, long all, String tolerance) {
    assertThat(Confidence.atLeast(good, all).orElse("")).isEqualTo(tolerance);
  }

  /** 5 of 10 and 10 of 10 are the examples of textbooks. */
  @Test
  void theLowerEndIsWilsons() {
    assertThat(Confidence.lower(5, 10)).isCloseTo(0.2365931, within(1e-7));
    assertThat(Confidence.lower(95, 100)).isCloseTo(0.8882495, within(1e-7));
    assertThat(Confidence.lower(10, 10)).isCloseTo(0.7224672, within(1e-7));
  }

  @ParameterizedTest
  @CsvSource({
    "customer_id, customers, id, true",
    "customerId, Customers, ID, true",
    "ship_customer_id, customers, id, true",
    "country, countries, code, true",
    "country_code, countries, code, true",
    "iata, airports, iata, true",
    "address_id, addresses, id, true",
    "box_id, boxes, id, true",
    "id, customers, id, false",
    "product_id, customers, id, false",
    "origin, airports, iata, false",
    "amount, customers, id, false",
  })
  void namesRefer(String column, String table, String key, boolean refers) {
    assertThat(Names.refers(column, table, key)).isEqualTo(refers);
  }

  @ParameterizedTest
  @CsvSource({
    "order_id, true", "OrderID, true", "orderUuid, true", "sku, true", "invoice_no, true",
    "id_order, true", "paid, false", "note, false", "number_of_rows, false", "amount, false",
  })
  void namesAreKeys(String column, boolean key) {
    assertThat(Names.isKey(column)).isEqualTo(key);
  }
}
