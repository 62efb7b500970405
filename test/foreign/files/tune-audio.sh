#!/bin/sh
tune list
tune-ups --check
