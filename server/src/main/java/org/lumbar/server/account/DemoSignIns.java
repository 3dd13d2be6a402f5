package org.lumbar.server.account;

import java.util.List;

/**
 * User names that the demo clinic opens for everybody who tries it.
 *
 * @param password of all of them; empty when this is no demo
 */
public record DemoSignIns(List<String> usernames, String password) {
    public DemoSignIns {
        usernames = List.copyOf(usernames);
    }
}
