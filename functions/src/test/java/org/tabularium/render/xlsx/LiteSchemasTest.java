package org.tabularium.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.render.Rendered;
import org.tabularium.render.Renderer;
import org.tabularium.render.SampleTables;
import org.tabularium.render.docx.DocxRenderer;

/// Tests have all of POI's schemas on their class path; the program has the small set, which lacks what POI itself does not use.
class LiteSchemasTest {

    @ParameterizedTest
    @ValueSource(classes = {XlsxRenderer.class, DocxRenderer.class})
    void smallSetOfSchemasIsEnough(Class<? extends Renderer> format) throws ReflectiveOperationException, java.io.IOException {
        try (URLClassLoader small = new URLClassLoader(withoutFullSchemas(), ClassLoader.getPlatformClassLoader())) {
            Class<?> document = small.loadClass("org.tabularium.render.Document");
            Class<?> renderer = small.loadClass("org.tabularium.render.Renderer");
            Object report = small.loadClass(SampleTables.class.getName()).getMethod("report", List.class)
                    .invoke(null, small.loadClass(SampleTables.class.getName()).getMethod("all").invoke(null));
            Object bytes = small.loadClass(Rendered.class.getName()).getMethod("bytes", renderer, document)
                    .invoke(null, small.loadClass(format.getName()).getConstructor().newInstance(), report);
            assertThat((byte[]) bytes)
                    .isEqualTo(Rendered.bytes(format.getConstructor().newInstance(), SampleTables.report(SampleTables.all())));
        }
    }

    private static URL[] withoutFullSchemas() throws MalformedURLException {
        List<URL> small = new ArrayList<>(classPath());
        assertThat(small).as("the class path has the small set of schemas")
                .anyMatch(url -> url.getPath().contains("poi-ooxml-lite"));
        small.removeIf(url -> url.getPath().contains("poi-ooxml-full"));
        return small.toArray(URL[]::new);
    }

    private static List<URL> classPath() throws MalformedURLException {
        if (LiteSchemasTest.class.getClassLoader() instanceof URLClassLoader loader) {
            return List.of(loader.getURLs());
        }
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(new File(entry).toURI().toURL());
        }
        return urls;
    }
}
