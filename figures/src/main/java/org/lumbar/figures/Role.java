package org.lumbar.figures;

/** What something in the picture is, which decides its colour. */
enum Role {
    INK,
    SKIN,
    HAIR,
    FACE,
    SHIRT,
    TROUSERS,
    SHOE,
    SOLE,
    HIGHLIGHT,
    ARROW,
    MAT,
    WOOD,
    CLOTH,
    WALL,
    SLEEVE,
    PAPER,
    FLOOR,
    SHADOW
}
