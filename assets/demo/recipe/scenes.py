"""What the demo clips show: one still for each part of the talk. The lower third stays calm, for captions lie there.

To add a scene: write a function that returns a `Canvas`, and name it here with the sentence (from 0) at which it comes.
"""

from __future__ import annotations

from collections.abc import Callable

import scenes_en as en
import scenes_id as id_
from drawing import Canvas

SCENES: dict[str, list[tuple[int, Callable[[], Canvas]]]] = {
    "id": [
        (0, id_.window_and_paper),
        (2, id_.sheet),
        (3, id_.by_the_window),
        (4, id_.camera_to_product),
        (5, id_.lamp_from_above),
        (7, id_.turned),
        (8, id_.before_and_after),
        (9, id_.yellow_basket),
        (10, id_.saved),
        (11, id_.goodbye),
    ],
    "en": [
        (0, en.three_seconds),
        (1, en.product_first),
        (2, en.a_problem),
        (3, en.result_on_camera),
        (4, en.short_shots),
        (5, en.into_the_lens),
        (6, en.the_lamp),
        (7, en.link_in_basket),
        (8, en.the_rules),
        (10, en.save_it),
        (11, en.class_on_friday),
    ],
}
