"""A class plays Sky shield over real sockets: 40 people in 8 teams, 4 turns, and everything that
goes wrong in a room. Scripts/check-class runs it: check_class.py PROGRAM FOLDER [STORM]. With the
number of a storm, connections are cut at random through the whole class.

Here is the order of the scenes; each is a function of class_opening, class_unrest, class_branch or
class_ending, and looks for every event where it must arrive. Nothing is said of speed but in the
figures."""

import asyncio
import pathlib
import signal
import sys
from typing import Any, Dict

from class_branch import bot, choice, killed, play_again
from class_ending import another_branch, secrets_held, survey, verified
from class_moves import advance, agree, figures, history_is_the_record, orders, ready
from class_opening import drops, first_deals, help_desk, lobby, shield, talk
from class_unrest import (
    conference, dispute, events_by_hand, fire_drill, hand_over, latecomers, leave_for_a_turn,
    override, plans, put_out, return_to_class,
)
from classroom import Room, Server
from entente import EntenteError

# Far more than it takes: a limit against hanging.
LIMIT_SECONDS = 400


async def play(room: Room, storm: int) -> None:
    """The class, scene by scene; storm 0 is a calm day."""
    room.server.start()
    await lobby(room)
    cutting = asyncio.ensure_future(room.storm(storm)) if storm else None
    then = await two_turns(room)
    capital = await third_turn(room)
    parent = str(room.facilitator.client.session)
    branch = await play_again(room, parent, then)
    await last_turns(room, capital)
    await survey(room)
    await room.all(history_is_the_record)
    await another_branch(room, parent, branch)
    await secrets_held(room)
    if cutting:
        cutting.cancel()
    for person in list(room.people.values()) + [room.facilitator]:
        await person.go_away()
    room.checks.same(room.server.stop(), 0, "The server ends on TERM with")
    verified(room)


async def two_turns(room: Room) -> Dict[str, Any]:
    """To the beginning of turn 3; the figures of that moment."""
    await advance(room, "negotiate")
    await talk(room, turn=1)
    await shield(room)
    await first_deals(room)
    await drops(room)
    await help_desk(room)
    await ready(room)
    await advance(room, "orders")
    await orders(room, turn=1)
    await advance(room, "review")
    await plans(room)
    await leave_for_a_turn(room, "tur")
    await advance(room, "report")
    await latecomers(room)
    await hand_over(room)
    await advance(room, "negotiate")
    await talk(room, turn=2)
    deal = await agree(room, "deu", "fra", "standard family=c2", "standard family=c2; exercise")
    await fire_drill(room)
    await dispute(room, deal, "deu", "fra")
    await conference(room)
    await events_by_hand(room)
    await override(room)
    await put_out(room, "esp.industry")
    await advance(room, "orders")
    await orders(room, turn=2)
    await advance(room, "review")
    await advance(room, "report")
    await return_to_class(room, "tur", turn=2)
    return await figures(room)


async def third_turn(room: Room) -> int:
    """Turn 3, the first time; the political capital that Switzerland's answer left it."""
    await advance(room, "negotiate")
    await killed(room)
    await choice(room, "consent")
    await advance(room, "orders")
    await orders(room, turn=3)
    await advance(room, "review")
    return int((await room["che.head"].do("STATE"))["pc"])


async def last_turns(room: Room, capital: int) -> None:
    """Turn 3 in the branch, where other things are agreed and answered, and turn 4."""
    await advance(room, "negotiate")
    await agree(room, "nld", "pol", "exercise intensity=2", "standard family=c2; exercise")
    await choice(room, "refuse")
    await advance(room, "orders")
    await orders(room, turn=3)
    await advance(room, "review")
    # The card: neither answer costs political capital.
    room.checks.same((await room["che.head"].do("STATE"))["pc"], capital,
                     "The political capital of Switzerland after the other answer")
    await advance(room, "report")
    await room.hear("inject.fired", inject="drone-saturation")
    await advance(room, "negotiate")
    await talk(room, turn=4)
    await killed(room)
    await bot(room, "nld")
    await orders(room, turn=4)
    await ready(room)
    await advance(room, "review")


def main(program: str, folder: str, storm: str = "0") -> int:
    """Plays, prints the figures and one closing line; 0 only if all of it held."""
    room = Room(Server(program, pathlib.Path(folder)))
    wrong = ""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        asyncio.run(asyncio.wait_for(play(room, int(storm)), LIMIT_SECONDS))
    except EntenteError as error:
        wrong = str(error)
    except asyncio.TimeoutError:
        wrong = "The class did not end in %d s." % LIMIT_SECONDS
    finally:
        room.server.kill()
    for figure in room.figures():
        print(figure)
    failed = "1 failed: " + wrong if wrong else "0 failed"
    print("%d checks passed, %s" % (room.checks.passed, failed))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
