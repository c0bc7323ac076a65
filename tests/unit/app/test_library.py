"""Which library is meant, what its checkpoint goes by, and whose words count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.app.config import Settings
from pr_editor.app.library import Shelf
from pr_editor.app.services import build_services

if TYPE_CHECKING:
    from pathlib import Path


def test_a_library_named_counts_before_the_one_chosen_before_that_of_the_data_folder(tmp_path: Path) -> None:
    services = build_services()
    assert services.shelf().path == services.paths.data / "library.db"
    services.settings.save(Settings(library=str(tmp_path / "office.db")))
    assert services.shelf().path == tmp_path / "office.db"
    assert services.shelf(tmp_path / "other.db").path == tmp_path / "other.db"


def test_a_checkpoint_goes_by_the_place_of_the_library(tmp_path: Path) -> None:
    services = build_services()
    (tmp_path / "a").mkdir()
    one = services.shelf(tmp_path / "one.db")
    assert services.shelf(tmp_path / "a" / ".." / "one.db").checkpoint == one.checkpoint
    assert services.shelf(tmp_path / "two.db").checkpoint != one.checkpoint
    assert one.checkpoint.parent == services.paths.checkpoints


def test_a_new_library_is_remembered_outside_of_it() -> None:
    services = build_services()
    shelf = services.shelf()
    assert not services.shelf().exists
    shelf.create("مریم", "گذرواژهٔ مریم", solo=False).close()
    assert shelf.exists
    assert shelf.checkpoint.is_file()
    assert shelf.verify(lambda _: None).sound
    assert not Shelf(shelf.path, shelf.checkpoint.with_name("other.json")).checkpoint.exists()


def test_a_library_whose_file_is_gone_is_not_one_that_never_was() -> None:
    shelf = build_services().shelf()
    losses = [shelf.loss]
    shelf.create("مریم", "گذرواژهٔ مریم", solo=False).close()
    losses.append(shelf.loss)
    assert losses == [None, None]
    shelf.path.unlink()
    loss = shelf.loss
    assert loss is not None
    assert dict(loss.args)["path"] == str(shelf.path)


def test_the_words_of_the_house_the_account_and_the_user_come_together() -> None:
    services = build_services()
    shelf = services.shelf()
    with shelf.create("مریم", "گذرواژهٔ مریم", solo=False) as library:
        library.words.add_to_house("خانه‌واژه", library.accounts.login("مریم", "گذرواژهٔ مریم"))
        library.words.add("مریم‌واژه", "مریم")
        library.words.add("زهراواژه", "زهرا")
    services.words.add("کاربرواژه")
    assert services.known_words(shelf) == {"خانه‌واژه", "کاربرواژه"}
    services.settings.save(Settings(account="مریم"))
    assert services.known_words(shelf) == {"خانه‌واژه", "کاربرواژه", "مریم‌واژه"}
