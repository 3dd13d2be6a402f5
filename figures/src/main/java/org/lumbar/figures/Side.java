package org.lumbar.figures;

/** The side of the person, not of the picture. */
public enum Side {
    R(1),
    L(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /** 1 where z grows. */
    int sign() {
        return sign;
    }

    Side other() {
        return this == R ? L : R;
    }
}
