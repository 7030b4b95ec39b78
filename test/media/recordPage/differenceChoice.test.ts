import { comparisonExample } from "./examplePages.js";
import { shownPage } from "./shownPage.js";

describe("the difference of confusions on a page", function () {
  this.timeout(60_000);
  const shown = shownPage();

  it("lets of more than two runs choose which confusions are subtracted", async () => {
    await shown.show(comparisonExample);
    await shown.drawn(2);
    await shown.page.getByLabel("Confusions of").selectOption("without transfer");
    await shown.page
      .getByText(/without transfer.*base/)
      .first()
      .waitFor();
  });
});
