package org.kamiau.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ChartJourney extends Demonstrated {

    private Download saved(Page page, String as) {
        return page.waitForDownload(() -> page.locator(".k-chart:has(.k-chart-table) [data-as=" + as + "]").first().click());
    }

    @Test
    void a_chart_goes_along_as_its_table() throws IOException {
        var download = saved(open(as("営業本部長"), "/funnel"), "csv");

        var table = Files.readString(download.path());
        assertThat(download.suggestedFilename()).endsWith(".csv");
        assertThat(table).startsWith("\ufeff\"").contains("\"対象外\",\"61\"", "\r\n").doesNotContain("−");
        assertThat(table.lines().map(line -> line.split("\",\"", -1).length).distinct()).as("every line has as many cells").hasSize(1);
    }

    @Test
    void a_chart_goes_along_as_a_picture() throws IOException {
        var download = saved(open(as("営業本部長"), "/funnel"), "png");

        var picture = Objects.requireNonNull(ImageIO.read(download.path().toFile()));
        var colours = new HashSet<Integer>();
        for (int x = 0; x < picture.getWidth(); x += 3) {
            for (int y = 0; y < picture.getHeight(); y += 3) {
                colours.add(picture.getRGB(x, y));
            }
        }
        assertThat(picture.getWidth()).isGreaterThan(1000);
        assertThat(colours).as("text and bars, not an empty canvas").hasSizeGreaterThan(20);
    }
}
