package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import org.lumbar.core.text.LocalizedText;

/**
 * A class of medicines or procedures that items inherit from.
 *
 * @param atc ATC prefixes of the medicines that belong to it, for medicines that are no item of the knowledge base
 */
public record DrugClass(String id, LocalizedText name, List<String> atc) implements Serializable {
    public DrugClass {
        atc = List.copyOf(atc);
    }
}
