package org.lumbar.documents;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.DrugClass;
import org.lumbar.core.knowledge.Interaction;
import org.lumbar.core.knowledge.Interaction.Side;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Level;
import org.lumbar.core.text.LocalizedText;

/** What an item must not meet, or only with care, the worst first. */
final class ItemInteractions {

    private final Words words;
    private final Parts parts;
    private final Regimen regimen;

    ItemInteractions(Words words, Parts parts) {
        this.words = words;
        this.parts = parts;
        this.regimen = new Regimen(words);
    }

    void write(Item item) {
        Map<Level, List<String>> byLevel = new EnumMap<>(Level.class);
        for (Interaction interaction : words.knowledge().interactions()) {
            if (names(interaction.a(), item)) {
                add(byLevel, interaction, interaction.b(), item);
            } else if (names(interaction.b(), item)) {
                add(byLevel, interaction, interaction.a(), item);
            }
        }
        byLevel.forEach((level, texts) -> parts.lines("interaction." + level.id(), texts));
    }

    private void add(Map<Level, List<String>> byLevel, Interaction interaction, Side other, Item item) {
        LocalizedText mitigation = interaction.mitigation();
        String text = words.fill(
                        "item.for-whom",
                        Map.of("whom", words.capital(say(other)), "what", words.say(interaction.effect())))
                + (mitigation == null ? "" : " " + words.say(mitigation))
                + parts.mark(interaction.sources(), words.unverifiedKey(item.category()));
        List<String> texts = byLevel.computeIfAbsent(interaction.level(), level -> new ArrayList<>());
        if (!texts.contains(text)) {
            texts.add(text);
        }
    }

    private static boolean names(Side side, Item item) {
        return side.items().contains(item.id())
                || side.classes().stream().anyMatch(item.classes()::contains)
                || side.atc().stream().anyMatch(prefix -> item.atc().stream().anyMatch(code -> code.startsWith(prefix)))
                || namesIngredient(side, item.dose());
    }

    private static boolean namesIngredient(Side side, @Nullable Dose dose) {
        return dose != null
                && dose.ingredients().stream()
                        .anyMatch(ingredient -> side.ingredients().contains(ingredient.substance()));
    }

    private String say(Side side) {
        List<String> names = new ArrayList<>();
        side.items().forEach(id -> names.add(words.name(id)));
        for (DrugClass drugClass : words.knowledge().drugClasses()) {
            if (side.classes().contains(drugClass.id())) {
                names.add(words.say(drugClass.name()));
            }
        }
        side.ingredients().forEach(id -> names.add(regimen.substance(id)));
        side.atc().forEach(code -> names.add(code(code)));
        if (!side.atcAll().isEmpty()) {
            String all = side.atcAll().stream().map(this::code).collect(Collectors.joining(" + "));
            names.add(words.fill("item.with-all", "names", all));
        }
        side.herbFood().forEach(code -> names.add(code(code)));
        return String.join(", ", names);
    }

    private String code(String code) {
        LocalizedText name = words.knowledge().interactionCodes().get(code);
        return name == null ? code : words.say(name);
    }
}
