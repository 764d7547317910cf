package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.PageLayout.Orientation;
import org.tabularium.shell.PageLayout.Paper;
import org.tabularium.study.settings.PageSettings;
import org.tabularium.yaml.YamlWords;

/// The page where a shell does not say: what study.yaml asks for, else A4, standing as the display fits, letters of 9 points, of
/// 8 in a listing.
///
/// @param fontSize null for the usual one of the kind
record UsualPage(Paper paper, Orientation orientation, @Nullable Double fontSize, double margins) {

    static final UsualPage UNSAID = of(PageSettings.DEFAULT);

    static UsualPage of(PageSettings settings) {
        PageLayout usual = PageLayout.DEFAULT;
        String paper = settings.paper();
        String orientation = settings.orientation();
        Double margins = settings.margins();
        return new UsualPage(
                paper == null ? usual.paper() : YamlWords.constant(Paper.class, paper),
                orientation == null ? usual.orientation() : YamlWords.constant(Orientation.class, orientation),
                settings.fontSize(),
                margins == null ? usual.margins() : margins);
    }

    /// The page of a shell.
    ///
    /// @param page what the shell says; may be missing
    PageLayout layout(JsonNode page, boolean listing) {
        double kinds = listing ? PageLayout.SMALLEST : PageLayout.DEFAULT.fontSize();
        return new PageLayout(
                YamlWords.constant(Paper.class, page.path("paper"), paper),
                YamlWords.constant(Orientation.class, page.path("orientation"), orientation),
                page.path("font-size").asDouble(fontSize == null ? kinds : fontSize),
                page.path("margins").asDouble(margins),
                page.path("page-a-block").asBoolean());
    }
}
