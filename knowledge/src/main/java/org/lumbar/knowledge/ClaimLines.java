package org.lumbar.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Limit;

/** Where the claims of the ledger and their limits stand. */
final class ClaimLines {

    private static final String FOLDER = "claims/";

    /** A file of the content and a line of it (1 is the first). */
    record Place(String file, int line) {}

    private record Written(String file, Node.Fields claim) {}

    private final Map<String, Written> claims = new HashMap<>();

    ClaimLines(Content content) {
        content.folder(FOLDER).forEach((file, node) -> {
            if (node instanceof Node.Items items) {
                for (Node one : items.nodes()) {
                    if (one instanceof Node.Fields claim && claim.get("id") instanceof Node.Text id) {
                        claims.put(id.value(), new Written(file, claim));
                    }
                }
            }
        });
    }

    /** The line of a claim; the head of its file when it is missing there. */
    Place of(String claim) {
        Written written = claims.get(claim);
        return written == null
                ? new Place(FOLDER + claim.substring(0, claim.lastIndexOf('-')) + ".yaml", 1)
                : new Place(written.file(), written.claim().line());
    }

    /** The line of a limit, which may be that of the claim that the claim is like; the line of the claim when it says no such thing. */
    Place of(String claim, Limit limit) {
        Written written = claims.get(claim);
        Place own = written == null ? null : find(written, limit);
        if (own == null && written != null && written.claim().get("like") instanceof Node.Text like) {
            Written other = claims.get(like.value());
            own = other == null ? null : find(other, limit);
        }
        return own == null ? of(claim) : own;
    }

    private static @Nullable Place find(Written written, Limit limit) {
        if (written.claim().get("limits") instanceof Node.Items limits) {
            for (Node one : limits.nodes()) {
                if (one instanceof Node.Fields fields
                        && words(fields.get(kind(limit))).equals(values(limit))) {
                    return new Place(written.file(), fields.line());
                }
            }
        }
        return null;
    }

    private static List<String> words(@Nullable Node node) {
        List<Node> nodes = switch (node) {
            case null -> List.of();
            case Node.Items items -> items.nodes();
            case Node one -> List.of(one);
        };
        return nodes.stream()
                .flatMap(one -> one instanceof Node.Text text ? Stream.of(text.value()) : Stream.empty())
                .toList();
    }

    private static String kind(Limit limit) {
        return switch (limit) {
            case Limit.Excluded excluded -> "exclude";
            case Limit.Cautioned cautioned -> "caution";
            case Limit.Gated gated -> "gate";
            case Limit.Aged aged -> "age";
            case Limit.Lasting lasting -> "days";
            case Limit.Phased phased -> "phase";
            case Limit.Graded graded -> "evidence";
            case Limit.Worded worded -> worded.kind();
            case Limit.Partial partial -> kind(partial.limit());
        };
    }

    private static List<String> values(Limit limit) {
        return switch (limit) {
            case Limit.Excluded excluded -> excluded.findings();
            case Limit.Cautioned cautioned -> cautioned.findings();
            case Limit.Gated gated -> gated.gates();
            case Limit.Aged aged ->
                Stream.of(aged.least(), aged.most())
                        .filter(age -> age != null)
                        .map(String::valueOf)
                        .toList();
            case Limit.Lasting lasting -> List.of(String.valueOf(lasting.days()));
            case Limit.Phased phased -> phased.phases();
            case Limit.Graded graded -> List.of(graded.grade());
            case Limit.Worded worded -> List.of(worded.words());
            case Limit.Partial partial -> values(partial.limit());
        };
    }
}
