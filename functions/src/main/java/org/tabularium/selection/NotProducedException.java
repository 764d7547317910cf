package org.tabularium.selection;

import org.tabularium.result.obstacle.Obstacle;

/// A table cannot be made from this study.
public final class NotProducedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Obstacle obstacle;

    public NotProducedException(Obstacle obstacle) {
        super(obstacle.toString());
        this.obstacle = obstacle;
    }

    /// Why.
    public Obstacle obstacle() {
        return obstacle;
    }
}
