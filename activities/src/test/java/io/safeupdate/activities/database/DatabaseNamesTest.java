package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DatabaseNamesTest {
  private final DatabaseNames names = new DatabaseNames("0a1b2c3d4e5f");

  @Test
  void an_operations_databases_carry_its_tag() {
    assertThat(names.snapshot()).isEqualTo("su_snapshot_0a1b2c3d4e5f");
    assertThat(names.restore()).isEqualTo("su_restore_0a1b2c3d4e5f");
    assertThat(names.verify()).isEqualTo("su_verify_0a1b2c3d4e5f");
    assertThat(names.abandoned("shop")).isEqualTo("shop_abandoned_0a1b2c3d4e5f");
  }

  @Test
  void only_the_names_of_operations_are_ours() {
    assertThat(DatabaseNames.areOurs(names.snapshot())).isTrue();
    assertThat(DatabaseNames.areOurs("su_snapshot_")).isFalse();
    assertThat(DatabaseNames.areOurs("su_shop")).isFalse();
    assertThat(DatabaseNames.areOurs("shop")).isFalse();
    assertThat(DatabaseNames.areOurs(names.abandoned("su_snapshot_1"))).isFalse();
  }

  @Test
  void long_names_are_cut_to_what_postgresql_keeps_without_splitting_a_character() {
    String smilies = "\uD83D\uDE00".repeat(20);

    String abandoned = names.abandoned(smilies);

    assertThat(abandoned).isEqualTo("\uD83D\uDE00".repeat(10) + "_abandoned_0a1b2c3d4e5f");
    assertThat(names.abandoned("x".repeat(63))).hasSize(63);
    assertThat(names.abandoned("ü".repeat(31)).getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(63);
  }

  @Test
  void a_tag_is_short_and_plain() {
    assertThatThrownBy(() -> new DatabaseNames("A")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DatabaseNames("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DatabaseNames("a\"b"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
