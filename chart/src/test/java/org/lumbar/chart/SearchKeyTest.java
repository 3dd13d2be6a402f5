package org.lumbar.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchKeyTest {

    @ParameterizedTest
    @CsvSource({
        "Семёнов, Семенов",
        "Семёнов, Semyonov",
        "Семёнов, Semenov",
        "Семёнов, SEMËNOV",
        "Щербаков, Shcherbakov",
        "Щербаков, Scherbakov",
        "Юлия, Yulia",
        "Юлия, Iuliia",
        "Юлия, Julija",
        "Юлия, Yuliya",
        "Хабаров, Khabarov",
        "Хабаров, Habarov",
        "Цветкова, Tsvetkova",
        "Цветкова, Cvetkova",
        "Дмитрий, Dmitry",
        "Дмитрий, Dmitrii",
        "Дмитрий, Dmitriy",
        "Жуков, Zhukov",
        "Соловьёв, Solovyev",
        "Соловьёв, Solov'ev",
        "Алексей, Aleksey",
        "Алексей, Alexei",
        "Чехов, Chekhov",
        "Анна, Ana",
        "Müller, Muller",
        "José, Jose",
        "Ильин, Ilyin",
        "Ксения, Xenia",
        "Картер, Carter",
        "Максим, Maxim"
    })
    void isTheSameForEverySpelling(String one, String other) {
        assertThat(SearchKey.of(one)).isEqualTo(SearchKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({"Иванов, Петров", "Чехов, Шехов", "Цой, Чой", "Ольга, Елена", "Carter, Cartman", "Соколов, Сокол"})
    void tellsDifferentNamesApart(String one, String other) {
        assertThat(SearchKey.of(one)).isNotEqualTo(SearchKey.of(other));
    }

    @Test
    void beginsEachWordWithASpace() {
        assertThat(SearchKey.of("  Иванов-Петров,  Олег")).isEqualTo(" ivanov petrov oleg");
        assertThat(SearchKey.of(" -- ")).isEmpty();
    }
}
