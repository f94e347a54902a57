"""How does a journey look at a page: with axe's eyes, and with a small screen?"""

from axe_playwright_python.sync_playwright import Axe

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1366, "height": 900}


def axe_finds(page) -> list[str]:
    """List what axe finds, each with where it is."""
    return [
        f"{found['id']}: {found['help']} at "
        f"{[node['target'] for node in found['nodes']][:3]}"
        for found in Axe().run(page).response["violations"]
    ]


def sideways(page) -> list[str]:
    """List what is wider than the screen; tables may scroll within themselves."""
    return page.evaluate(
        """() => {
          const wide = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= wide) return [];
          return [...document.body.querySelectorAll("*")]
            .filter((one) => !one.closest(
              ".w-table, .nhsuk-u-visually-hidden, .w-weaves"))
            .filter((one) => {
              const box = one.getBoundingClientRect();
              return box.width > 0 && (box.right > wide + 1 || box.left < -1);
            })
            .map((one) => `${one.tagName}.${one.getAttribute("class")}`)
            .slice(0, 8);
        }"""
    )
