package org.tabularium;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ServiceLoader;

/// Finds what our rooms offer to each other by [ServiceLoader], among our own classes alone: it would otherwise open every
/// library of the class path, some seventy files of which a report needs twenty, to ask whether it has some too.
public final class Providers {

    private Providers() {}

    /// One of each class that offers this, in the order of `META-INF/services`.
    public static <T> List<T> of(Class<T> service) {
        return ServiceLoader.load(service, new OwnFiles(service.getClassLoader())).stream().map(ServiceLoader.Provider::get)
                .toList();
    }

    /// Sees of files of the same name the first, which is ours.
    private static final class OwnFiles extends ClassLoader {

        OwnFiles(ClassLoader ours) {
            super(ours);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            URL first = getResource(name);
            return first == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(first));
        }
    }
}
