#!/bin/sh
locust -f load.py --headless -u 100 -r 10 --host http://localhost:8000
