package io.safeupdate.activities.phase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListeningPortsTest {
  @Test
  void ports_that_programs_listen_on_for_others_are_found() {
    assertThat(
            ListeningPorts.parse(
                """
                  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid
                   0: 0B00007F:8F2D 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0
                   1: 00000000:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0
                   2: 0100007F:1388 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0
                   3: 020011AC:1F90 010011AC:D2F0 01 00000000:00000000 00:00000000 00000000     0
                   4: 020011AC:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0
                """))
        .containsExactly(80, 8080);
  }

  @Test
  void ipv6_counts_as_well_but_for_loopback() {
    assertThat(
            ListeningPorts.parse(
                """
                   0: 00000000000000000000000000000000:15B3 00000000000000000000000000000000:0000 0A 00
                   1: 00000000000000000000000001000000:15B4 00000000000000000000000000000000:0000 0A 00
                   2: 0000000000000000FFFF00000100007F:15B5 00000000000000000000000000000000:0000 0A 00
                """))
        .containsExactly(5555);
  }

  @Test
  void text_that_is_no_list_of_sockets_has_no_ports() {
    assertThat(ListeningPorts.parse("cat: /proc/net/tcp: No such file or directory\n")).isEmpty();
  }
}
