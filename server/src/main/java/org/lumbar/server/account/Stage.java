package org.lumbar.server.account;

/** How far somebody has come on the way in. Whoever is not inside may open the page of their stage, and nothing else. */
enum Stage {
    /** The password was right; the code of the second factor is still to come. */
    CODE("/sign-in/code"),
    /** The password was given by someone else and has to be changed. */
    PASSWORD("/password"),
    /** This clinic wants a second factor, and there is none yet. */
    FACTOR("/second-factor"),
    INSIDE("");

    private final String page;

    Stage(String page) {
        this.page = page;
    }

    /** Where the next step is done. */
    String page() {
        return page;
    }

    /** What somebody at this stage may do, in the words of Spring. */
    String authority() {
        return "STAGE_" + name();
    }
}
