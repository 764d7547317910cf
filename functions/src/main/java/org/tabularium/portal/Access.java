package org.tabularium.portal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tabularium.portal.AccessList.Grant;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.StoredObject;

/// What people may do, by the list in the reports bucket as it was at most a minute ago. A list that is not there, or cannot be
/// understood, lets nobody in.
public final class Access {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ObjectStore reports;
    private final Clock clock;
    private final Consumer<String> alarm;
    private AccessList list = AccessList.NOBODY;
    private @Nullable String eTag;
    private @Nullable Instant read;

    /// @param alarm hears why the list cannot be used, each time it was looked at
    public Access(ObjectStore reports, Clock clock, Consumer<String> alarm) {
        this.reports = reports;
        this.clock = clock;
        this.alarm = alarm;
    }

    /// Somebody with the grants whose claims they have.
    ///
    /// @throws LeftOutException where a claim that grants ask for was left out of the token
    public Caller of(Person person) throws LeftOutException {
        AccessList now = list();
        for (Grant grant : now.grants()) {
            if (person.leftOut().contains(grant.claim())) {
                throw new LeftOutException(grant.claim());
            }
        }
        return new Caller(person, now.grants().stream().filter(g -> person.claims(g.claim(), g.value())).toList());
    }

    /// The list as it is.
    public synchronized AccessList list() {
        Instant now = clock.instant();
        if (read == null || !now.isBefore(read.plus(FRESH))) {
            try {
                Optional<StoredObject> object = reports.get(AccessList.KEY);
                if (object.isEmpty()) {
                    throw new IOException(AccessList.KEY + " is not there");
                }
                if (!object.get().eTag().equals(eTag)) {
                    list = AccessList.read(object.get().bytes());
                    eTag = object.get().eTag();
                }
                read = now;
            } catch (IOException e) {
                list = AccessList.NOBODY;
                eTag = null;
                read = now;
                alarm.accept(String.valueOf(e.getMessage()));
            }
        }
        return list;
    }

    /// The issuer left a claim out of the token that grants ask for, mostly groups of somebody who is in very many: what they
    /// may do
    /// cannot be known.
    public static final class LeftOutException extends Exception {

        private static final long serialVersionUID = 1L;

        LeftOutException(String claim) {
            super("The claim \"" + claim + "\" was left out of your sign-in since it has too many values.");
        }
    }
}
